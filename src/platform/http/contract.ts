import type { z } from 'zod';

/** One endpoint of the interface, shared by server and browser. Imports zod only, so that the browser bundles nothing else. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below `/api`, with `:name` for parameters. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  /** `session`: a signed-in person is required. `public`: anyone. Deny by default: the field has no default. */
  readonly access: 'session' | 'public';
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** `file`: the body is multipart with one field `file`; `body` describes the other fields, all text. */
  readonly upload?: 'file';
  readonly response: z.ZodType;
  /** `binary`: the answer is a file; `response` is then z.unknown(). */
  readonly answers?: 'binary';
  /** Error codes that a caller should expect, each an i18n key. */
  readonly errors?: readonly string[];
}

/** Keeps the literal types of an endpoint, so that a wrong call does not compile. */
export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint;
}

/** What a handler receives and what a caller sends. */
export interface EndpointInput<E extends Endpoint> {
  readonly params: E extends { params: infer S extends z.ZodType } ? z.infer<S> : undefined;
  readonly query: E extends { query: infer S extends z.ZodType } ? z.infer<S> : undefined;
  readonly body: E extends { body: infer S extends z.ZodType } ? z.infer<S> : undefined;
}
export type EndpointOutput<E extends Endpoint> = z.infer<E['response']>;

/** The shape of every error answer: the code is also the key of its text in the user's language. */
export interface ErrorAnswer {
  readonly error: {
    readonly code: string;
    readonly details?: Record<string, unknown>;
    readonly requestId: string;
  };
}
