import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { ApiPerson } from './api.ts';
import { openBrowser, type Program, signIn, startProgram } from './program.ts';

export const passwordOfAll = 'nương chè Tân Uyên xanh';

const cast = {
  leader: { fullName: 'Lò Văn Sơn', role: 'leader', unitId: 'so-vhttdl', includesSubtree: true },
  editor: { fullName: 'Nguyễn Thị Hoa', role: 'publishing_editor', unitId: 'phong-ttbcxb', includesSubtree: false },
  officer: { fullName: 'Vàng A Páo', role: 'division_officer', unitId: 'tt-vhnt', includesSubtree: false },
  commune: { fullName: 'Lù Thị May', role: 'commune_officer', unitId: 'xa-03583', includesSubtree: false },
} as const;
export type Character = keyof typeof cast;

export interface Journey {
  readonly program: Program;
  readonly browser: Browser;
  /** The person at the interface, signed in. */
  readonly api: Record<Character, ApiPerson>;
  /** Invites one more person, who accepts. */
  invite(person: { fullName: string; role: string; unitId: string; email: string }): Promise<ApiPerson>;
  /** A browser page in which the person is signed in. */
  open(who: Character, size?: { width: number; height: number }): Promise<Page>;
  close(): Promise<void>;
}

/** An empty installation with the people of the journey in it. */
export async function startJourney(): Promise<Journey> {
  const [program, browser] = await Promise.all([startProgram({ empty: true }), openBrowser()]);
  const administrator = new ApiPerson(program.address);
  const account = program.accounts.get('administrator');
  await administrator.call('POST', '/api/sign-in', account);
  const api = {
    leader: await join('leader'),
    editor: await join('editor'),
    officer: await join('officer'),
    commune: await join('commune'),
  };

  function join(who: Character): Promise<ApiPerson> {
    return invite({ ...cast[who], email: `${who}@thu.example` });
  }

  async function invite(invitee: {
    fullName: string;
    role: string;
    unitId: string;
    email: string;
    includesSubtree?: boolean;
  }): Promise<ApiPerson> {
    const { link } = await administrator.call<{ link: string }>('POST', '/api/people/invitations', {
      includesSubtree: false,
      ...invitee,
    });
    const person = new ApiPerson(program.address);
    const token = link.split('/').at(-1) ?? '';
    await person.call('POST', `/api/invitations/${token}`, { fullName: invitee.fullName, password: passwordOfAll });
    return person;
  }

  return {
    program,
    browser,
    api,
    invite,
    async open(who, size = { width: 1440, height: 1000 }) {
      const page = await (await browser.newContext({ locale: 'vi-VN', viewport: size })).newPage();
      await signIn(page, program, { email: `${who}@thu.example`, password: passwordOfAll });
      return page;
    },
    async close() {
      await browser.close();
      await program.stop();
    },
  };
}

const guidance = () => new File([readFileSync('data/guidance/huong-dan-2026.txt')], 'huong-dan-2026.txt');

/** The guidance is here and confirmed, and a plan is proposed from it, beside so many earlier ones. */
export async function proposePlan(
  { api }: Journey,
  earlierPlans = 0,
  file = guidance(),
): Promise<{ id: string; version: number }> {
  const directive = await api.editor.sendFile<{ id: string }>('/api/directives', file);
  await api.editor.call('POST', `/api/directives/${directive.id}/confirm`, { version: 1 });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { plans } = await api.editor.call<{ plans: { id: string; version: number; state: string }[] }>(
      'GET',
      '/api/plans',
    );
    const proposed = plans.find((plan) => plan.state !== 'confirmed');
    if (plans.length > earlierPlans && proposed) return proposed;
    await sleep(100);
  }
  throw new Error('no plan was proposed');
}

/** Step 1 again: the guidance is here, confirmed, and its plan is confirmed. Gives the plan's id. */
export async function confirmGuidance(journey: Journey): Promise<string> {
  const { id, version } = await proposePlan(journey);
  await journey.api.editor.call('POST', `/api/plans/${id}/confirm`, { version, sendRequests: true });
  return id;
}
