import type { ReviewedDirective } from '../directives.contract.ts';
import type { ParsedClause, PartKind } from '../directives.parsed.ts';

interface Slip {
  readonly at: number;
  /** As it stands in a wording: accents composed, line breaks as spaces. */
  readonly before: string;
  readonly after: string;
  /** False: it is counted to find the right one of several alike, and stays as it is. */
  readonly isAccepted: boolean;
}

/** Slips that are not mended yet, in the order of the text; `isAccepted` are those to mend now. */
export function openSlips(
  current: ReviewedDirective,
  decisions: Readonly<Record<string, 'accepted' | 'declined'>>,
): Slip[] {
  return current.repairs.flatMap((repair, index) =>
    repair.kind !== 'recognition-slip' || current.decisions[index] === 'accepted'
      ? []
      : [
          {
            at: repair.at,
            before: asWording(repair.before),
            after: asWording(repair.after),
            isAccepted: decisions[index] === 'accepted',
          },
        ],
  );
}

function asWording(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ');
}

/** Mends a clause and the names found in it, so that a mention stays a piece of the wording. */
export function mendClause(clause: ParsedClause, slips: readonly Slip[]): ParsedClause {
  const own = slips.filter(({ at }) => at >= clause.source.from && at < clause.source.to);
  if (!own.some((slip) => slip.isAccepted)) return clause;
  const text = mendWording(clause.text, own);
  const mendMention = (mention: string): string =>
    mention === '' || text.includes(mention)
      ? mention
      : own.reduce((words, slip) => (slip.isAccepted ? words.replaceAll(slip.before, slip.after) : words), mention);
  return {
    ...clause,
    title: clause.title === null ? null : mendWording(clause.title, own),
    text,
    units: clause.units.map((unit) => ({ ...unit, text: mendMention(unit.text) })),
    channels: clause.channels.map((channel) => ({ ...channel, text: mendMention(channel.text) })),
  };
}

/** Mends what stands outside of the clauses: subject, issuer, preamble, closing, recipients. */
export function mendParts(directive: ReviewedDirective, slips: readonly Slip[]): ReviewedDirective {
  const within = (kind: PartKind): Slip[] =>
    slips.filter(({ at }) =>
      directive.parts.some((part) => part.kind === kind && at >= part.source.from && at < part.source.to),
    );
  const mendAll = (texts: readonly string[], kind: PartKind): string[] => {
    // Joined by a character that no text can hold, so that several slips alike are counted through all of them.
    return texts.length === 0 ? [] : mendWording(texts.join('\u0000'), within(kind)).split('\u0000');
  };
  const [subject = '', issuer = ''] = mendAll([directive.subject ?? '', directive.issuer ?? ''], 'heading');
  return {
    ...directive,
    subject: directive.subject === null ? null : subject,
    issuer: directive.issuer === null ? null : issuer,
    preamble: mendAll(directive.preamble, 'preamble'),
    closing: mendAll(directive.closing, 'closing'),
    recipients: mendAll(directive.recipients, 'recipients'),
  };
}

/** The last first: what stands before it keeps its place in the count. A wording that a person rewrote stays theirs. */
function mendWording(wording: string, slips: readonly Slip[]): string {
  let mended = wording;
  for (const slip of slips.filter((each) => each.isAccepted).toReversed()) {
    const ordinal = slips.filter((each) => each.before === slip.before && each.at < slip.at).length;
    let place = mended.indexOf(slip.before);
    for (let count = 0; count < ordinal && place !== -1; count += 1) place = mended.indexOf(slip.before, place + 1);
    if (place !== -1) mended = mended.slice(0, place) + slip.after + mended.slice(place + slip.before.length);
  }
  return mended;
}
