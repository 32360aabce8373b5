import type { Readable } from 'node:stream';
import type { Context } from '../context.ts';
import type { Endpoint, EndpointInput, EndpointOutput } from './contract.ts';

export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** What a handler may do to the answer besides its body. */
export interface Reply {
  setSessionCookie(token: string, expiresAt: Date): void;
  clearSessionCookie(): void;
  readonly sessionToken: string | null;
}

export interface BinaryAnswer {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Buffer | Readable;
  readonly isInline?: boolean;
}

export interface Route {
  readonly endpoint: Endpoint;
  handle(
    context: Context,
    input: { params: unknown; query: unknown; body: unknown; file: UploadedFile | null },
    reply: Reply,
  ): Promise<unknown>;
}

type Handled<E extends Endpoint> = E extends { answers: 'binary' } ? BinaryAnswer : EndpointOutput<E>;

/** Ties a contract to its use case. Input is checked by the contract before, the answer after. */
export function route<E extends Endpoint>(
  endpoint: E,
  handle: (
    context: Context,
    input: EndpointInput<E> & { file: UploadedFile | null },
    reply: Reply,
  ) => Promise<Handled<E>>,
): Route {
  return {
    endpoint,
    handle: (context, input, reply) =>
      handle(context, input as EndpointInput<E> & { file: UploadedFile | null }, reply),
  };
}
