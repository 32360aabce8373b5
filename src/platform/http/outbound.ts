import { lookup } from 'node:dns/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { Clock } from '../clock/clock.ts';
import {
  outboundNameUnknown,
  outboundRefused,
  outboundTooManyRedirects,
  outboundTooSlow,
  outboundUrlNotValid,
} from './outbound.errors.ts';
import { isPublicAddress } from './outbound-addresses.ts';
import { type ExchangeAnswer, exchange, isRedirect, type ResolvedAddress } from './outbound-exchange.ts';

export interface OutboundRequest {
  readonly url: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string | null;
  /** For the whole: name, connection, redirects, answer. */
  readonly timeoutMs: number;
  readonly maximumBytes: number;
}
export interface OutboundAnswer {
  /** Where the last redirect led. */
  readonly url: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly receivedAt: Date;
}
export interface Outbound {
  request(input: OutboundRequest): Promise<OutboundAnswer>;
}
type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

const maximumRedirects = 5;
const longestUrl = 4096;
/** What the connection itself decides; a caller must not steer where and how much is read. */
const ownHeaders = /^(host|connection|content-length|transfer-encoding|upgrade|expect|te|trailer|keep-alive|proxy-.*)$/;
/** What goes with a redirect to another origin; keys and cookies were meant for the first one only. */
const travellingHeaders = /^(accept|accept-language|content-type|user-agent)$/;

/**
 * The one way out of the program for addresses that people typed or that others sent: it refuses our own network (OWASP
 * SSRF prevention). `allowedInside` lists host:port pairs of our own network that may be reached all the same.
 */
export function createOutbound(options: {
  allowedInside: readonly string[];
  clock: Clock;
  resolve?: Resolve;
}): Outbound {
  const { clock, resolve = resolveName } = options;
  const allowed = new Set(options.allowedInside.map(readAllowed));
  return {
    async request(input) {
      const signal = AbortSignal.timeout(input.timeoutMs);
      let step = firstStep(input);
      for (let redirects = 0; redirects <= maximumRedirects; redirects += 1) {
        const addresses = await unlessAborted(signal, step.url, findAddresses(step.url, allowed, resolve));
        const answer = await exchange({ ...step, addresses, maximumBytes: input.maximumBytes, signal });
        const next = nextStep(step, answer);
        if (!next) return { ...answer, url: step.url.href, receivedAt: clock.now() };
        step = next;
      }
      throw outboundTooManyRedirects({ host: step.url.host, maximumRedirects });
    },
  };
}

interface Step {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

function firstStep(input: OutboundRequest): Step {
  const given = Object.entries(input.headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  // Nothing is unpacked here, so a small answer cannot grow past the limit.
  const headers = {
    ...Object.fromEntries(given.filter(([name]) => !ownHeaders.test(name))),
    'accept-encoding': 'identity',
  };
  const body = typeof input.body === 'string' ? Buffer.from(input.body) : input.body;
  return { url: readUrl(input.url), method: input.method, headers, body };
}

/**
 * Fetch standard, "HTTP-redirect fetch": what was sent is not sent again unless the server asks for just that, and never
 * to another origin. Null: the answer is the last one.
 */
function nextStep(before: Step, { status, headers: { location } }: ExchangeAnswer): Step | null {
  if (!isRedirect(status) || location === undefined) return null;
  const url = readUrl(location, before.url);
  const isKept = status === 307 || status === 308 || ['GET', 'HEAD'].includes(before.method);
  const isSameOrigin = url.origin === before.url.origin;
  if (isKept && before.body !== null && !isSameOrigin) return null;
  const headers = Object.entries(before.headers).filter(
    ([name]) => (isSameOrigin || travellingHeaders.test(name)) && (isKept || name !== 'content-type'),
  );
  return {
    url,
    method: isKept ? before.method : 'GET',
    headers: { ...Object.fromEntries(headers), 'accept-encoding': 'identity' },
    body: isKept ? before.body : null,
  };
}

function readUrl(text: string, base?: URL): URL {
  const url = text.length <= longestUrl ? URL.parse(text, base?.href) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw outboundUrlNotValid();
  return url;
}

async function findAddresses(
  url: URL,
  allowed: ReadonlySet<string>,
  resolve: Resolve,
): Promise<readonly ResolvedAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const found =
    family === 0
      ? await resolve(host).catch(() => {
          throw outboundNameUnknown({ host: url.host });
        })
      : [{ address: host, family: family === 4 ? (4 as const) : (6 as const) }];
  if (found.length === 0) throw outboundNameUnknown({ host: url.host });
  const usable = allowed.has(hostAndPort(url)) ? found : found.filter(({ address }) => isPublicAddress(address));
  if (usable.length === 0) throw outboundRefused({ host: url.host });
  return usable;
}

async function resolveName(host: string): Promise<readonly ResolvedAddress[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 4 ? 4 : 6 }));
}

/** The name server has the same time as everything else. */
function unlessAborted<T>(signal: AbortSignal, url: URL, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(outboundTooSlow({ host: url.host }));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function readAllowed(entry: string): string {
  const url = URL.parse(`http://${entry}`);
  if (!url || !/:\d+$/.test(entry) || url.pathname !== '/' || url.username !== '')
    throw new Error(`"${entry}" phải có dạng máy:cổng / must be host:port`);
  return hostAndPort(url);
}

function hostAndPort(url: URL): string {
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return `${url.hostname}:${port}`;
}
