import type { FastifyInstance } from 'fastify';
import type { FileStore } from '../platform/files/file-store.ts';

const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
};

export interface PublicFilesOptions {
  readonly files: FileStore;
  /** Whether something public shows the file now. A picture that was published by mistake goes when its item goes. */
  readonly isShown: (path: string) => boolean;
}

/** Pictures of published items at /files/<sha256>.<extension>; every other file is as if it were not there. */
export function servePublicFiles(server: FastifyInstance, { files, isShown }: PublicFilesOptions): void {
  server.get<{ Params: { name: string } }>('/files/:name', async (request, reply) => {
    const [, sha256, extension] = /^([0-9a-f]{64})\.([a-z]{3,4})$/.exec(request.params.name) ?? [];
    const type = extension && types[extension];
    if (!sha256 || !type || !isShown(`/files/${request.params.name}`)) return reply.status(404).send();
    const tag = `"${sha256}"`;
    // An hour, not for ever: the name never changes its bytes, but an item may be removed.
    reply.header('etag', tag).header('cache-control', 'public, max-age=3600');
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    if (request.headers['if-none-match']?.includes(tag)) return reply.status(304).send();
    const stored = await files.open(sha256);
    if (!stored) return reply.status(404).header('cache-control', 'no-store').send();
    return reply.type(type).header('content-length', stored.bytes).send(stored.content);
  });
}
