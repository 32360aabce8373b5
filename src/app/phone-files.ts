import { existsSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const place = '/desk/phone';

/** Serves the built phone pages below /desk/phone; every other path there is their one page. Call after serveDesk. */
export async function servePhone(server: FastifyInstance, root: string): Promise<void> {
  const folder = join(root, 'dist', 'phone');
  if (!existsSync(join(folder, 'index.html'))) return;
  await server.register(staticFiles, {
    root: folder,
    prefix: `${place}/`,
    wildcard: false,
    index: false,
    preCompressed: true,
    decorateReply: !server.hasReplyDecorator('sendFile'),
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      // The page itself has no closing slash, so the worker must be allowed the place above its own folder.
      if (/\/worker\.js(?:\.\w+)?$/.test(path)) reply.header('service-worker-allowed', place);
    },
  });
  const sendPage = (reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile('index.html', folder);
  server.get(place, (_request, reply) => sendPage(reply));
  server.get(`${place}/*`, (request, reply) =>
    request.url.startsWith(`${place}/assets/`) ? reply.status(404).send() : sendPage(reply),
  );
}
