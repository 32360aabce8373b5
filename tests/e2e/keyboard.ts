import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More presses than this to reach one thing are a page that nobody works by keyboard. */
const patience = 260;

/** A person without a mouse: all that happens on the page comes from keys, and where they are must be seen. */
export class Keyboard {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Goes on with Tab (or back) until the thing has the focus, as the person does who looks for it. */
  async reach(thing: Locator, direction: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const target = thing.first();
    await target.waitFor();
    for (let presses = 0; presses < patience; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        expect(await isFocusSeen(target), `the focus is not seen on ${String(target)}`).toBe(true);
        return;
      }
      await this.page.keyboard.press(direction);
    }
    throw new Error(`not reached by keyboard: ${String(target)}`);
  }

  async press(thing: Locator, key = 'Enter'): Promise<void> {
    await this.reach(thing);
    await this.page.keyboard.press(key);
  }

  async type(thing: Locator, words: string): Promise<void> {
    await this.reach(thing);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(words);
  }

  /** A native list of choices: down until the choice stands there. */
  async choose(list: Locator, value: string): Promise<void> {
    await this.reach(list);
    await this.page.keyboard.press('Home');
    for (let presses = 0; presses < 40 && (await list.inputValue()) !== value; presses += 1)
      await this.page.keyboard.press('ArrowDown');
    expect(await list.inputValue()).toBe(value);
  }

  /** The skip link, the first thing on each page. */
  async skipToContent(): Promise<void> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await this.press(this.page.getByRole('link', { name: 'Đến nội dung chính' }));
  }
}

/** With the focus it looks other than without (WCAG 2.2, 2.4.7): the thing itself, what holds it, or its label. */
function isFocusSeen(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const look = () => {
      // What turns while something loads has no end; only the passing from one look to the other is over at once.
      for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
      const around = [element, element.nextElementSibling];
      for (let holder = element.parentElement; around.length < 6; holder = holder?.parentElement ?? null)
        around.push(holder);
      return around
        .filter((each) => each !== null)
        .map((each) => {
          const style = getComputedStyle(each);
          return [
            style.outline,
            style.boxShadow,
            style.borderColor,
            style.backgroundColor,
            style.textDecoration,
          ].join();
        })
        .join(';');
    };
    const focused = look();
    (element as HTMLElement).blur();
    const plain = look();
    (element as HTMLElement).focus({ preventScroll: true });
    return focused !== plain;
  });
}
