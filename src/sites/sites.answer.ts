import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { sha256Hex } from '../platform/signing/canonical-json.ts';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** How long a copy may be used: an address with a hash never changes; everything else is asked for again each time. */
export type Freshness = 'forever' | 'revalidate';

/** One public address as it is to be answered. `render` is called when the store is filled, not before. */
export interface SiteAnswer {
  readonly path: string;
  readonly status: 200 | 404 | 410;
  readonly type: string;
  readonly freshness: Freshness;
  /** A fingerprint of everything that the page is rendered from; null where finding it costs as much as rendering. */
  readonly source: string | null;
  readonly render: () => string | Uint8Array;
}

export type ContentCoding = 'identity' | 'gzip' | 'br';

/** An answer with its bodies compressed beforehand: a request costs a look-up and a write. */
export interface PreparedAnswer {
  readonly status: 200 | 404 | 410;
  readonly type: string;
  readonly freshness: Freshness;
  readonly source: string | null;
  readonly hash: string;
  readonly bodies: Readonly<Partial<Record<ContentCoding, Buffer>>> & { readonly identity: Buffer };
}

// Level 5 of brotli costs a tenth of level 11 and gives nine tenths of its gain on pages of this size.
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const compressible = /^(?:text\/|application\/(?:json|xml|rss\+xml)|image\/svg\+xml)/;
const smallestToCompress = 256;

/** Renders and compresses an answer; a `former` one from the same source, or with the same bytes, stays as it is. */
export async function prepareAnswer(answer: SiteAnswer, former: PreparedAnswer | undefined): Promise<PreparedAnswer> {
  const { status, type, freshness, source } = answer;
  if (source !== null && former?.source === source) return former;
  const rendered = answer.render();
  const identity = typeof rendered === 'string' ? Buffer.from(rendered) : Buffer.from(rendered);
  const hash = sha256Hex(identity).slice(0, 32);
  if (former?.hash === hash && former.status === status && former.type === type) return { ...former, source };
  const bodies: { identity: Buffer; gzip?: Buffer; br?: Buffer } = { identity };
  if (compressible.test(type) && identity.length >= smallestToCompress) {
    const [br, gz] = await Promise.all([compressBrotli(identity, brotliOptions), compressGzip(identity, { level: 7 })]);
    if (gz.length < identity.length) bodies.gzip = gz;
    if (br.length < identity.length) bodies.br = br;
  }
  return { status, type, freshness, source, hash, bodies };
}

/** A strong validator: each coding is another sequence of bytes, so it has a tag of its own (RFC 9110, 8.8.3.3). */
export function entityTag(answer: PreparedAnswer, coding: ContentCoding): string {
  return coding === 'identity' ? `"${answer.hash}"` : `"${answer.hash}-${coding}"`;
}

/** The smallest body that the reader takes (RFC 9110, 12.5.3). Without a header: as it is. */
export function chooseCoding(acceptEncoding: string | undefined, answer: PreparedAnswer): ContentCoding {
  if (!acceptEncoding) return 'identity';
  const weights = new Map<string, number>();
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(name, weight ? Number(weight.slice(2)) || 0 : 1);
  }
  const weightOf = (coding: string): number => weights.get(coding) ?? weights.get('*') ?? 0;
  const offered = (['br', 'gzip'] as const).filter((coding) => answer.bodies[coding] && weightOf(coding) > 0);
  const best = Math.max(0, ...offered.map(weightOf));
  const chosen = offered.find((coding) => weightOf(coding) === best);
  return chosen && best >= (weights.get('identity') ?? 0) ? chosen : 'identity';
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2). */
export function isSameTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (!ifNoneMatch) return false;
  const tags = ifNoneMatch.split(',').map((value) => value.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(tag);
}
