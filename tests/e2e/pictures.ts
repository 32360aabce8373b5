import { mkdirSync } from 'node:fs';
import { ApiPerson } from './api.ts';
import type { Journey } from './journey.ts';
import { openBrowser, type Program, signIn, startProgram } from './program.ts';
import { publishStory } from './stories.ts';

// The pictures of README: an example installation in which the department has worked for some weeks, all of it through
// the interface. Run: node tests/e2e/pictures.ts
const folder = 'docs/pictures';
const password = 'nương chè Tân Uyên xanh';
const today = new Date().toISOString().slice(0, 10);

interface Task {
  readonly id: string;
  readonly path: string;
  readonly unitId: string;
  readonly state: string;
  readonly version: number;
}

const program = await startProgram({ empty: false });
const browser = await openBrowser();
const [administrator, leader, editor] = [
  await person('administrator'),
  await person('leader'),
  await person('publishing_editor'),
];
await work();
await takePictures();
await browser.close();
await program.stop();

async function person(role: string): Promise<ApiPerson> {
  const someone = new ApiPerson(program.address);
  await someone.call('POST', '/api/sign-in', program.accounts.get(role));
  return someone;
}

async function work(): Promise<void> {
  const { directives } = await editor.call<{ directives: { id: string }[] }>('GET', '/api/directives');
  await editor.call('POST', `/api/directives/${directives[0]?.id}/confirm`, { version: 1 });
  const plan = await untilPlan();
  await editor.call('POST', `/api/plans/${plan.id}/confirm`, { version: plan.version, sendRequests: true });
  const stories = [
    'I.1.1/1',
    'I.1.1/3',
    'I.1.2/2',
    'I.1.3/4',
    'I.1.4/2',
    'I.1.4/3',
    'I.1.4/3',
    'I.1.4/1',
    'I.2/1',
    'I.2/3',
  ];
  const journey = { api: { editor, leader }, program } as unknown as Journey;
  for (const [index, path] of stories.entries()) {
    const words = {
      title: `Tin ví dụ ${index + 1} cho mục ${path}`,
      lead: 'Nội dung ví dụ, không phải tin thật.',
      text: 'Đoạn văn ví dụ.',
    };
    await publishStory(journey, words, path);
  }
  const units = ['phong-qlvhgd', 'tt-vhnt', 'tt-hltd-tdtt', 'cong-ttdt-tinh', 'tap-chi-van-nghe'];
  for (const [index, unitId] of units.entries())
    await workAs(
      await invite(unitId, unitId.startsWith('t') || unitId.startsWith('c') ? 'partner' : 'division'),
      unitId,
      index + 1,
    );
  const { units: all } = await editor.call<{ units: { id: string; kind: string }[] }>('GET', '/api/units');
  const communes = all.filter((unit) => unit.kind === 'commune' || unit.kind === 'ward');
  for (const [index, unit] of communes.entries()) {
    if (index % 4 !== 3) await workAs(await invite(unit.id, 'commune'), unit.id, index % 3);
  }
}

async function untilPlan(): Promise<{ id: string; version: number }> {
  for (;;) {
    const { plans } = await editor.call<{ plans: { id: string; version: number }[] }>('GET', '/api/plans');
    if (plans[0]) return plans[0];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function invite(unitId: string, kind: string): Promise<ApiPerson> {
  const isPartner = unitId === 'cong-ttdt-tinh' || unitId === 'tap-chi-van-nghe';
  const role = kind === 'commune' ? 'commune_officer' : isPartner ? 'partner_editor' : 'division_officer';
  const { link } = await administrator.call<{ link: string }>('POST', '/api/people/invitations', {
    email: `${unitId}@lantoa.example`,
    fullName: `Cán bộ ${unitId} (ví dụ)`,
    role,
    unitId,
    includesSubtree: false,
  });
  const invited = new ApiPerson(program.address);
  await invited.call('POST', `/api/invitations/${link.split('/').at(-1)}`, {
    fullName: `Cán bộ ${unitId} (ví dụ)`,
    password,
  });
  return invited;
}

/** Accepts the unit's tasks; hands in `pieces` of evidence for each but the last, and the editor accepts them. */
async function workAs(someone: ApiPerson, unitId: string, pieces: number): Promise<void> {
  const { tasks } = await someone.call<{ tasks: Task[] }>('GET', `/api/tasks?unitId=${unitId}`);
  for (const [index, task] of tasks.entries()) {
    await someone.call('POST', `/api/tasks/${task.id}/actions`, { action: 'accept', version: task.version });
    if (index === tasks.length - 1 && tasks.length > 2) continue;
    for (let piece = 0; piece < pieces; piece += 1) {
      const id = `0198a0c0-${(index * 16 + piece).toString(16).padStart(4, '0')}-7000-8000-${Buffer.from(unitId).toString('hex').slice(-12).padStart(12, '0')}`;
      const evidence = await someone.call<{ id: string; version: number }>('POST', '/api/evidence', {
        id,
        taskId: task.id,
        kind: 'note',
        title: 'Minh chứng ví dụ',
        occurredOn: today,
      });
      await editor.call('POST', `/api/evidence/${evidence.id}/accept`, { version: evidence.version });
    }
  }
}

async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const account = program.accounts.get('publishing_editor');
  const page = await (await browser.newContext({ locale: 'vi-VN', viewport: { width: 1440, height: 1080 } })).newPage();
  if (account) await signIn(page, program as Program, account);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${folder}/home.png` });
  for (const [path, name] of [
    ['/desk/plan', 'matrix'],
    ['/desk/channels', 'channels'],
    ['/', 'portal'],
  ] as const) {
    await page.goto(program.address + path);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${folder}/${name}.png` });
  }
}
