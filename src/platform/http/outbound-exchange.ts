import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  Agent as PlainAgent,
  request as plainRequest,
} from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { outboundTooLarge, outboundTooSlow, outboundUnreachable } from './outbound.errors.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}
export interface Exchange {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  /** Checked before; the connection goes to these and to nothing else. */
  readonly addresses: readonly ResolvedAddress[];
  readonly maximumBytes: number;
  readonly signal: AbortSignal;
}
export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One request and its answer, without redirects. Each has its own connection, so none that was opened for another is reused. */
export function exchange(input: Exchange): Promise<ExchangeAnswer> {
  const { url, signal, maximumBytes } = input;
  return new Promise((resolve, reject) => {
    const isSecure = url.protocol === 'https:';
    const agent = isSecure ? new SecureAgent({ keepAlive: false }) : new PlainAgent({ keepAlive: false });
    const fail = (error: unknown): void => {
      reject(signal.aborted ? outboundTooSlow({ host: url.host }) : error);
      request.destroy();
    };
    const failUnreachable = (): void => fail(outboundUnreachable({ host: url.host }));
    const request = (isSecure ? secureRequest : plainRequest)(url, {
      agent,
      method: input.method,
      headers: input.headers,
      lookup: answerWith(input.addresses),
      signal,
    });
    let isAnswered = false;
    request.on('error', failUnreachable);
    // A switch of protocols that nobody asked for ends without an error and without an answer.
    request.on('close', () => {
      if (!isAnswered) failUnreachable();
    });
    request.on('response', (response) => {
      isAnswered = true;
      const { statusCode: status = 0, headers } = response;
      collect(response, maximumBytes, input.method === 'HEAD').then(
        (body) => resolve({ status, headers, body }),
        (error) =>
          error instanceof LimitPassed ? fail(outboundTooLarge({ host: url.host, maximumBytes })) : failUnreachable(),
      );
    });
    request.end(input.body ?? undefined);
  });
}

class LimitPassed extends Error {}

async function collect(response: IncomingMessage, maximumBytes: number, hasNoBody: boolean): Promise<Buffer> {
  // A redirect's body is for people who look at it; nobody does.
  if (isRedirect(response.statusCode ?? 0)) {
    response.destroy();
    return Buffer.alloc(0);
  }
  if (!hasNoBody && Number(response.headers['content-length'] ?? 0) > maximumBytes) throw new LimitPassed();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maximumBytes) throw new LimitPassed();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

// The name was resolved and checked already; answering from that leaves a second, other answer of the name server no chance.
function answerWith(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}
