import type { KeyboardEvent } from 'react';

/** Left and right move along a row of buttons; along tabs they also choose (ARIA practices: tabs, toolbar). */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const from = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = buttons[(from + step + buttons.length) % buttons.length];
  next?.focus();
  if (next?.role === 'tab') next.click();
  event.preventDefault();
}
