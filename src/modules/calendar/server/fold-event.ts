import { fold } from '../../../platform/search/fold.ts';

/** The words by which an event is found, without accents. */
export function foldEvent(event: { titles: Readonly<Record<string, string>>; place: string }): string {
  return fold([...Object.values(event.titles), event.place].join(' '));
}
