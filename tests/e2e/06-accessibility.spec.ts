import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmGuidance, type Journey, startJourney } from './journey.ts';
import { signInAs } from './people.ts';
import { keepShot } from './program.ts';
import { editionOf, publishStory, type StoryAnswer, untilPublic } from './stories.ts';

const sizes = [
  { width: 1440, height: 1000 },
  { width: 360, height: 740 },
] as const;

describe('every page of the journey, at 1440 and 360 px', () => {
  let journey: Journey;
  let story: StoryAnswer;
  let desk: string[];
  let portal: string[];
  beforeAll(async () => {
    journey = await startJourney();
    const planId = await confirmGuidance(journey);
    story = await publishStory(journey, {
      title: 'Trang để kiểm',
      lead: 'Lời dẫn.',
      text: 'Giá trị văn hóa, bản sắc dân tộc.',
    });
    const path = editionOf(story, 'vi').publicPath ?? '';
    await untilPublic(journey, path);
    const { editor } = journey.api;
    const { directives } = await editor.call<{ directives: { id: string }[] }>('GET', '/api/directives');
    const { deliveries } = await editor.call<{ deliveries: { id: string }[] }>('GET', '/api/deliveries');
    const { requests } = await editor.call<{ requests: { id: string }[] }>('GET', `/api/plans/${planId}/requests`);
    const plan = await editor.call<{ campaigns: { id: string }[] }>('GET', `/api/plans/${planId}`);
    const { tasks } = await editor.call<{ tasks: { id: string }[] }>('GET', '/api/tasks');
    const report = await editor.call<{ id: string }>('POST', '/api/reports', {
      planId,
      title: 'Báo cáo thử',
      periodFrom: '2025-12-15',
      periodTo: '2026-12-14',
    });
    const directive = directives[0]?.id ?? '';
    const { dates } = await editor.call<{ dates: { id: string; kind: string }[] }>('GET', '/api/calendar/dates');
    const { id: draft } = await editor.call<{ id: string }>('POST', '/api/registry/documents', {
      templateId: 'phoi-hop',
    });
    desk = [
      '',
      'directives',
      'directives/new',
      `directives/${directive}`,
      'plan',
      `plans/${planId}`,
      'tasks',
      'own-plan',
      `plans/${planId}/request`,
      `plans/${planId}/take-over`,
      `requests/${requests[0]?.id}`,
      `campaigns/${plan.campaigns[0]?.id}`,
      `tasks/${tasks[0]?.id}`,
      'stories',
      'stories/new',
      'stories/balance',
      'stories/occasions',
      `stories/${story.id}`,
      `stories/${story.id}/channels`,
      'channels',
      `channels/deliveries/${deliveries[0]?.id}`,
      'reports',
      'reports/new',
      `reports/${report.id}`,
      'documents',
      'documents/received',
      'documents/received/new',
      'documents/new',
      'documents/templates',
      'documents/templates/ke-hoach',
      'documents/check',
      `documents/${draft}`,
      'calendar?view=month',
      'calendar?view=week',
      'calendar?view=list',
      'calendar?view=year',
      'calendar/new',
      `calendar/dates/${dates.find((date) => date.kind === 'holiday')?.id}`,
      'calendar/look-ahead',
      'calendar/import',
      'calendar/feeds',
      'calendar/settings',
      'notifications',
      'notifications/preferences',
    ];
    const code = path.split('-').at(-1)?.toUpperCase() ?? '';
    portal = ['/', '/en/', path, '/dinh-chinh', '/xac-thuc', `/xac-thuc/${code}`, '/khong-co-trang-nay'];
  });
  afterAll(() => journey?.close());

  for (const size of sizes) {
    it(`the desk has no violation and does not overflow (${size.width} px)`, async () => {
      const page = await journey.open('editor', size);
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      for (const path of desk) {
        await page.goto(`${journey.program.address}/desk/${path}`);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForLoadState('networkidle');
        problems.push(...(await violations(page, `/desk/${path}`)));
        if (size.width === 360) await keepShot(page, `06-${path.split(/[/?]/)[0] || 'home'}-360`);
      }
      expect(problems).toEqual([]);
      // Some thirty pages, each looked at as a whole.
    }, 300_000);

    it(`administration has no violation and does not overflow (${size.width} px)`, async () => {
      const page = await signInAs(journey.browser, journey.program, 'administrator');
      await page.setViewportSize(size);
      const problems: string[] = [];
      for (const path of ['administration', 'administration/units', 'administration/mail', 'administration/history']) {
        await page.goto(`${journey.program.address}/desk/${path}`);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForLoadState('networkidle');
        problems.push(...(await violations(page, `/desk/${path}`)));
        if (size.width === 360) await keepShot(page, `06-${path.replace('/', '-')}-360`);
      }
      expect(problems).toEqual([]);
    });

    it(`the portal has no violation and does not overflow (${size.width} px)`, async () => {
      const page = await (await journey.browser.newContext({ viewport: size })).newPage();
      const problems: string[] = [];
      for (const path of portal) {
        await page.goto(journey.program.address + path);
        problems.push(...(await violations(page, path)));
      }
      expect(problems).toEqual([]);
    });
  }

  it('the sign-in page has no violation', async () => {
    const page = await (await journey.browser.newContext()).newPage();
    await page.goto(`${journey.program.address}/desk/`);
    await page.getByLabel('Thư điện tử').waitFor();
    expect(await violations(page, 'sign-in')).toEqual([]);
  });
});

/** axe's findings and a sideways overflow, each as one line. */
async function violations(page: Page, where: string): Promise<string[]> {
  // The page's policy allows no inline script, so axe comes through the browser's own debugger.
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations: list } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    const lines = list.map(
      (each) =>
        `${each.id}: ${each.nodes
          .slice(0, 3)
          .map((node) => node.target.join(' '))
          .join(' | ')}`,
    );
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [...lines, `overflows by ${scrollWidth - clientWidth} px`] : lines;
  });
  return found.map((line) => `${where} ${line}`);
}
