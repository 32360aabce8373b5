import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on the page (WCAG 2.2 AA and good practice), and by how much it overflows; each named by where. */
export async function violations(page: Page, where: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    const width = document.documentElement.scrollWidth - window.innerWidth;
    const words = violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`);
    return width > 0 ? [...words, `overflows by ${width} px`] : words;
  });
  return found.map((each) => `${where} ${each}`);
}
