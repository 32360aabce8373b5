import { channelNames } from '../../directives/index.ts';

const separator = ' · ';

/** The note of evidence from a receipt: channel and language of what was published. */
export function receiptNote({ channelId, language }: { channelId: string; language: string }): string {
  return `${channelId}${separator}${language}`;
}

/** The names of the channel that such a note gives; null where the register does not know it. */
export function channelNamesOf(note: string): Record<string, string> | null {
  const id = note.split(separator)[0];
  const found = channelNames.find((channel) => channel.id === id);
  return found ? { ...found.names } : null;
}
