import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { systemClock } from '../clock/clock.ts';
import type { Actor, Context } from '../context.ts';
import { isDatabaseAway, isNotStorable } from '../database/database.ts';
import {
  ApplicationError,
  databaseAway,
  invalidInput,
  notFound,
  payloadTooLarge,
  requestForged,
  signInRequired,
} from '../errors/errors.ts';
import { newId } from '../ids/ids.ts';
import { shortenAddress } from './network-address.ts';
import type { BinaryAnswer, Reply, Route, UploadedFile } from './route.ts';
import { applySecurityHeaders, sessionCookieName } from './security.ts';

export interface HttpOptions {
  readonly routes: readonly Route[];
  readonly contextFor: (actor: Actor, requestId: string, origin: string | null) => Context;
  readonly actorFor: (sessionToken: string | null, context: Context) => Promise<Actor | null>;
  readonly anonymous: Actor;
  /** Answers a public path from memory before any routing; false when the path is not its own. */
  readonly servePublic: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly isSecure: boolean;
  /** One proxy of our own stands before the program and writes X-Forwarded-For. */
  readonly trustProxy: boolean;
  readonly log: (level: 'info' | 'error', message: string, error?: unknown) => void;
}

const uploadLimit = 25 * 1024 * 1024;
/** A pasted directive of two million characters has up to six million bytes. */
const fieldLimit = 8 * 1024 * 1024;

/** Builds the HTTP server from the modules' routes. It does not listen yet. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const server = Fastify({
    // The address that our own proxy saw stands last; what stands before it anybody can write.
    trustProxy: options.trustProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: 4 * 1024 * 1024,
    genReqId: () => newId(systemClock.now().getTime()),
    routerOptions: { ignoreTrailingSlash: true },
    // An address that cannot be decoded is answered before any hook runs; nothing can stand there.
    frameworkErrors: (_error, request, reply) => {
      applySecurityHeaders(reply, options);
      answerError(notFound(), request, reply, options);
    },
    serverFactory: (handler) =>
      createServer((request, response) => {
        if (!options.servePublic(request, response)) handler(request, response);
      }),
  });
  await server.register(cookie);
  await server.register(multipart, {
    limits: { fileSize: uploadLimit, files: 1, fields: 20, fieldSize: fieldLimit },
  });
  server.addHook('onSend', async (_request, reply) => applySecurityHeaders(reply, options));
  server.setErrorHandler((error, request, reply) => answerError(error, request, reply, options));
  server.setNotFoundHandler((request, reply) => answerError(notFound(), request, reply, options));
  for (const route of options.routes) register(server, route, options);
  return server;
}

function register(server: FastifyInstance, route: Route, options: HttpOptions): void {
  const { endpoint } = route;
  server.route({
    method: endpoint.method,
    url: endpoint.path,
    handler: async (request, reply) => {
      // SameSite cookies plus a header that a foreign form cannot send: two independent guards against forged requests.
      if (endpoint.method !== 'GET' && request.headers['x-lantoa-request'] !== 'desk') throw requestForged();
      const token = request.cookies[sessionCookieName] ?? null;
      const anonymous = options.contextFor(options.anonymous, request.id, shortenAddress(request.ip));
      const actor = await options.actorFor(token, anonymous);
      if (!actor && endpoint.access === 'session') throw signInRequired();
      const { body, file } = await readBody(request, endpoint.upload === 'file');
      const input = {
        params: check(endpoint.params, request.params, 'params'),
        query: check(endpoint.query, request.query, 'query'),
        body: check(endpoint.body, body, 'body'),
        file,
      };
      const context = { ...anonymous, actor: actor ?? options.anonymous };
      const answer = await route.handle(context, input, replyFor(reply, token, options.isSecure));
      if (endpoint.answers === 'binary') return sendBinary(reply, answer as BinaryAnswer);
      reply.header('cache-control', 'no-store');
      return reply.send(endpoint.response.parse(answer));
    },
  });
}

function check(schema: z.ZodType | undefined, value: unknown, part: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  throw invalidInput({
    part,
    issues: result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  });
}

async function readBody(
  request: FastifyRequest,
  isUpload: boolean,
): Promise<{ body: unknown; file: UploadedFile | null }> {
  if (!isUpload || !request.isMultipart()) return { body: request.body, file: null };
  const fields: Record<string, string> = {};
  let file: UploadedFile | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (part.file.truncated) throw payloadTooLarge({ limitBytes: uploadLimit });
      file = { fileName: part.filename, bytes };
    } else if (typeof part.value === 'string') {
      // The reader cuts a field that is too long without a word; half a text must not pass for the whole.
      if (part.valueTruncated) throw payloadTooLarge({ limitBytes: fieldLimit });
      fields[part.fieldname] = part.value;
    }
  }
  return { body: fields, file };
}

function replyFor(reply: FastifyReply, sessionToken: string | null, isSecure: boolean): Reply {
  const settings = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;
  return {
    sessionToken,
    setSessionCookie(token, expiresAt) {
      reply.setCookie(sessionCookieName, token, { ...settings, expires: expiresAt });
    },
    clearSessionCookie() {
      reply.clearCookie(sessionCookieName, settings);
    },
  };
}

function sendBinary(reply: FastifyReply, answer: BinaryAnswer): FastifyReply {
  const disposition = answer.isInline ? 'inline' : 'attachment';
  return (
    reply
      .header('content-type', answer.contentType)
      .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`)
      .header('cache-control', 'private, no-store')
      // What people handed in stays strange to us: opened on its own, it may run, load and frame nothing.
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(answer.content)
  );
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, options: HttpOptions): void {
  const known = toKnownError(error);
  // The pattern, not the address: a link of an invitation would stand in the log, and let whoever reads it in.
  const place = request.routeOptions.url ?? request.url;
  if (!known) options.log('error', `${request.method} ${place} [${request.id}]`, error);
  reply.header('cache-control', 'no-store');
  reply.status(known?.status ?? 500).send({
    error: { code: known?.code ?? 'platform.unexpected', details: known?.details, requestId: request.id },
  });
}

function toKnownError(error: unknown): ApplicationError | null {
  if (error instanceof ApplicationError) return error;
  if (isDatabaseAway(error)) return databaseAway();
  if (isNotStorable(error)) return invalidInput({ issues: [] });
  if (error instanceof z.ZodError) return null;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return payloadTooLarge({ limitBytes: uploadLimit });
  if (status >= 400 && status < 500) return invalidInput({ issues: [] });
  return null;
}
