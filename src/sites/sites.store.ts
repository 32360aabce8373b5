import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  chooseCoding,
  entityTag,
  isSameTag,
  type PreparedAnswer,
  prepareAnswer,
  type SiteAnswer,
} from './sites.answer.ts';
import { answerForm, type SiteForms } from './sites.forms.ts';
import { siteHeaders } from './sites.headers.ts';
import { isReservedPath } from './sites.paths.ts';
import type { SiteLanguage } from './sites.snapshot.ts';

/** Everything public, as one build of it. */
export interface SiteBuild {
  readonly answers: readonly SiteAnswer[];
  readonly notFound: Readonly<Record<SiteLanguage, SiteAnswer>>;
  readonly forms: SiteForms;
}

interface Filled {
  readonly answers: ReadonlyMap<string, PreparedAnswer>;
  readonly notFound: Readonly<Record<SiteLanguage, PreparedAnswer>>;
  readonly forms: SiteForms;
}

export interface SiteStore {
  /** Renders and compresses a build, then puts it in the place of the former one in a single step. */
  fill(build: SiteBuild): Promise<void>;
  /** The page as a reader gets it; null while nothing is built. */
  read(path: string): { readonly status: number; readonly body: string } | null;
  /** Answers a public request; false when the path belongs to another part of the program or nothing is built. */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
}

// So many at a time: other requests get their turn between two handfuls.
const handful = 8;

/** The public site in memory: it is served without database, file or template. */
export function createSiteStore(options: { isSecure: boolean }): SiteStore {
  const headers = siteHeaders(options);
  let current: Filled | null = null;

  const find = (filled: Filled, path: string): PreparedAnswer =>
    filled.answers.get(path) ?? filled.notFound[path === '/en' || path.startsWith('/en/') ? 'en' : 'vi'];

  return {
    async fill({ answers, notFound, forms }) {
      const former = current;
      const prepared = new Map<string, PreparedAnswer>();
      for (let start = 0; start < answers.length; start += handful) {
        const some = answers.slice(start, start + handful);
        const ready = await Promise.all(some.map((answer) => prepareAnswer(answer, former?.answers.get(answer.path))));
        for (const [index, answer] of some.entries()) {
          const value = ready[index];
          if (value) prepared.set(answer.path, value);
        }
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
      current = {
        answers: prepared,
        forms,
        notFound: {
          vi: await prepareAnswer(notFound.vi, former?.notFound.vi),
          en: await prepareAnswer(notFound.en, former?.notFound.en),
        },
      };
    },
    read(path) {
      if (!current) return null;
      const answer = find(current, path);
      return { status: answer.status, body: answer.bodies.identity.toString('utf8') };
    },
    serve(request, response) {
      const address = request.url ?? '/';
      const question = address.indexOf('?');
      const path = question === -1 ? address : address.slice(0, question);
      if (!current || isReservedPath(path)) return false;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      const query = question === -1 ? '' : address.slice(question + 1);
      if (answerForm({ forms: current.forms, path, query, request, response })) return true;
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        refuseMethod(request, response);
        return true;
      }
      const sibling = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
      if (!current.answers.has(path) && current.answers.has(sibling)) {
        redirect(response, sibling + (question === -1 ? '' : `?${query}`));
        return true;
      }
      sendPrepared({ answer: find(current, path), request, response });
      return true;
    },
  };
}

function sendPrepared(input: { answer: PreparedAnswer; request: IncomingMessage; response: ServerResponse }): void {
  const { answer, request, response } = input;
  const acceptEncoding = request.headers['accept-encoding'];
  const coding = chooseCoding(Array.isArray(acceptEncoding) ? acceptEncoding.join(',') : acceptEncoding, answer);
  const tag = entityTag(answer, coding);
  const body = answer.bodies[coding] ?? answer.bodies.identity;
  response.setHeader('etag', tag);
  response.setHeader('vary', 'accept-encoding');
  const caching =
    answer.freshness === 'forever' ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate';
  response.setHeader('cache-control', caching);
  if (answer.status === 200 && isSameTag(request.headers['if-none-match'], tag)) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('content-type', answer.type);
  response.setHeader('content-length', body.length);
  if (coding !== 'identity') response.setHeader('content-encoding', coding);
  response.writeHead(answer.status);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(308, { location, 'content-length': 0, 'cache-control': 'public, max-age=3600' }).end();
}

// A body that nobody reads would otherwise stand in the way of the next request on this connection.
function refuseMethod(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0, 'cache-control': 'no-store' }).end();
}
