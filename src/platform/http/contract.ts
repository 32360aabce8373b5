import type { z } from 'zod';

/** One endpoint of the interface, shared by server and browser. Imports zod only, so that the browser bundles nothing else. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below `/api`, with `:name` for parameters. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  /** `session`: a signed-in person is required. `public`: anyone. Deny by default: the field has no default. */
  readonly access: 'session' | 'public';
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** `file`: the body is multipart with one field `file`; `body` describes the other fields, all text. */
  readonly upload?: 'file';
  readonly response: Response;
  /** `binary`: the answer is a file; `response` is then z.unknown(). */
  readonly answers?: 'binary';
  /** Error codes that a caller should expect, each an i18n key. */
  readonly errors?: readonly string[];
}

/** Keeps the literal types of an endpoint. */
export function defineEndpoint<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(endpoint: Endpoint<Params, Query, Body, Response>): Endpoint<Params, Query, Body, Response> {
  return endpoint;
}

type Known<Schema> = Schema extends z.ZodType ? (z.ZodType extends Schema ? undefined : z.infer<Schema>) : undefined;

/** What a handler receives and what a caller sends. */
export interface EndpointInput<E extends Endpoint> {
  readonly params: Known<E['params']>;
  readonly query: Known<E['query']>;
  readonly body: Known<E['body']>;
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
