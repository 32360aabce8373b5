import { existsSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves the built desk below /desk/; every other path there is the one page of the app. */
export async function serveDesk(server: FastifyInstance, root: string): Promise<void> {
  const folder = join(root, 'dist', 'desk');
  if (!existsSync(join(folder, 'index.html'))) return;
  await server.register(staticFiles, {
    root: folder,
    prefix: '/desk/',
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  // No redirect to /desk/: the router ignores the trailing slash, so it would answer itself for ever.
  server.get('/desk', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html', folder));
  server.get('/desk/*', (request, reply) => {
    if (request.url.startsWith('/desk/assets/')) return reply.status(404).send();
    return reply.header('cache-control', 'no-cache').sendFile('index.html', folder);
  });
}
