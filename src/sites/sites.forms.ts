import type { IncomingMessage, ServerResponse } from 'node:http';
import { normalisePublicCode } from '../platform/ids/ids.ts';
import { verificationPage, verifyPage } from './pages/verify.page.ts';
import type { SiteContent } from './sites.layout.ts';
import { pathOf } from './sites.paths.ts';
import { type SiteLanguage, siteLanguages } from './sites.snapshot.ts';
import { compareText, type Verification } from './sites.verify.ts';

/** What the two forms of the verification pages are answered from. Nothing that is typed is kept. */
export interface SiteForms {
  readonly content: SiteContent;
  readonly verifications: ReadonlyMap<string, Verification>;
}

interface FormRequest {
  readonly forms: SiteForms;
  readonly path: string;
  readonly query: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

// A text of 20 000 Vietnamese letters, each up to nine characters when it is sent by a form.
const longestBody = 200_000;

/** Answers a code that was typed (GET with `code`) or a text that was pasted (POST); false for every other request. */
export function answerForm(input: FormRequest): boolean {
  const language = siteLanguages.find((candidate) => input.path.startsWith(pathOf(candidate, { name: 'verify' })));
  if (!language) return false;
  const isRead = input.request.method === 'GET' || input.request.method === 'HEAD';
  if (isRead && input.path === pathOf(language, { name: 'verify' })) return answerCode(input, language);
  if (input.request.method !== 'POST') return false;
  const verification = verificationAt(input, language);
  if (!verification) return false;
  void answerComparison(input, { language, verification });
  return true;
}

function answerCode(input: FormRequest, language: SiteLanguage): boolean {
  const typed = new URLSearchParams(input.query).get('code')?.slice(0, 40);
  if (typed === undefined) return false;
  const code = normalisePublicCode(typed);
  if (code && input.forms.verifications.has(code)) {
    const location = pathOf(language, { name: 'verification', code });
    input.response.writeHead(303, { location, 'content-length': 0, 'cache-control': 'no-store' }).end();
    return true;
  }
  const page = verifyPage(input.forms.content, { language, problem: code ? 'unknown' : 'malformed', typed });
  send(input, { status: 200, body: page });
  return true;
}

function verificationAt({ forms, path }: FormRequest, language: SiteLanguage): Verification | undefined {
  const verification = forms.verifications.get(path.slice(path.lastIndexOf('/') + 1));
  if (!verification || verification.snapshot.state === 'removed') return undefined;
  const { code } = verification.snapshot;
  return path === pathOf(language, { name: 'verification', code }) ? verification : undefined;
}

async function answerComparison(
  input: FormRequest,
  found: { language: SiteLanguage; verification: Verification },
): Promise<void> {
  try {
    const body = await readBody(input.request);
    if (body === null) {
      input.response.writeHead(413, { connection: 'close', 'content-length': 0, 'cache-control': 'no-store' }).end();
      return;
    }
    const text = new URLSearchParams(body).get('text')?.slice(0, 20_000) ?? '';
    const comparison = compareText(found.verification.snapshot, text);
    send(input, { status: 200, body: verificationPage(input.forms.content, { ...found, comparison }) });
  } catch {
    // The reader went away while sending; there is nobody to answer.
    input.response.destroy();
  }
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send({ request, response }: FormRequest, answer: { status: number; body: string }): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
