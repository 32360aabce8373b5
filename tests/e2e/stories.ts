import type { ApiPerson } from './api.ts';
import type { Journey } from './journey.ts';

export interface StoryAnswer {
  readonly id: string;
  readonly version: number;
  readonly editions: {
    readonly id: string;
    readonly language: string;
    readonly version: number;
    readonly publicState: string;
    readonly publicPath: string | null;
    readonly isStale: boolean;
    readonly current: { readonly id: string; readonly number: number };
  }[];
}

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly text: string;
}

export function editionOf(story: StoryAnswer, language: string): StoryAnswer['editions'][number] {
  const edition = story.editions.find((each) => each.language === language);
  if (!edition) throw new Error(`the story has no edition in ${language}`);
  return edition;
}

export function bodyOf(text: string): unknown {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

export function writeEdition(
  person: ApiPerson,
  story: StoryAnswer,
  language: string,
  words: Words,
): Promise<StoryAnswer> {
  const edition = editionOf(story, language);
  const { title, lead, text } = words;
  return person.call('POST', `/api/editions/${edition.id}/revisions`, {
    version: edition.version,
    title,
    lead,
    body: bodyOf(text),
  });
}

/** Submitted by the editor, approved and published by the leader. */
export async function approve(journey: Journey, story: StoryAnswer, language: string): Promise<StoryAnswer> {
  const { api } = journey;
  const edition = editionOf(story, language);
  const submitted = await api.editor.call<StoryAnswer>('POST', `/api/editions/${edition.id}/submission`, {
    version: edition.version,
  });
  const waiting = editionOf(submitted, language);
  return api.leader.call('POST', `/api/editions/${edition.id}/approval`, {
    version: waiting.version,
    revisionId: waiting.current.id,
    publication: { when: 'now' },
  });
}

/** Steps of the second file again: a Vietnamese story that serves a clause, live on the portal. */
export async function publishStory(journey: Journey, words: Words, clausePath = 'I.1.4/3'): Promise<StoryAnswer> {
  const { editor } = journey.api;
  const begun = await editor.call<StoryAnswer>('POST', '/api/stories', {
    unitId: 'phong-ttbcxb',
    workingTitle: words.title,
  });
  const { clauses } = await editor.call<{ clauses: { clauseId: string; path: string }[] }>(
    'GET',
    `/api/stories/${begun.id}/clauses`,
  );
  const clause = clauses.find((each) => each.path === clausePath);
  const story = await writeEdition(editor, begun, 'vi', words);
  const confirmed = await editor.call<StoryAnswer>('PUT', `/api/stories/${story.id}/clauses`, {
    version: story.version,
    confirmed: clause ? [clause.clauseId] : [],
    noClauseReason: clause ? null : 'Không có văn bản',
  });
  return approve(journey, confirmed, 'vi');
}

/** Asks for a public page until it answers as it should, at most five seconds. */
export async function untilPublic(journey: Journey, path: string, status = 200, words = ''): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const response = await fetch(journey.program.address + path);
    const body = await response.text();
    if (response.status === status && body.includes(words)) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path} did not answer ${status} with «${words}»`);
}
