import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import type { ReviewedDirective, StructureStep } from '../directives.contract.ts';
import type { UnitRole } from '../directives.parsed.ts';
import { restructure } from '../directives.structure.ts';
import { applyReview, type Review } from './apply-review.ts';
import { proposeLinks } from './chain/propose-links.ts';
import { isKnownChannel } from './channel-names.ts';
import { alreadyConfirmed, stepNotPossible, unknownChannel, unknownClause, unknownUnit } from './directives.errors.ts';
import { canDirective } from './directives.policy.ts';
import { countUnknownUnits, lockDirective, updateDirective } from './directives.repository.ts';
import { indexDirective } from './directives.search.ts';
import { listClauses } from './parser/clause-queries.ts';

/** Saves the corrections of a person, before the directive is confirmed. */
export async function reviewDirective(
  context: Context,
  input: Review & { id: string; version: number },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const directive = await lockDirective(inside.db, input.id);
    if (!directive || !canDirective(inside.actor, 'read', directive)) throw notFound();
    if (directive.state === 'confirmed') throw alreadyConfirmed();
    if (!canDirective(inside.actor, 'review', directive)) throw notPermitted();
    if (directive.version !== input.version) throw versionConflict({ current: directive.version });
    const mended = mendStructure(directive.parsed, input.structure ?? [], directive.source_text);
    const known = new Set(listClauses(mended).map(({ clause }) => clause.path));
    const stranger = input.clauses.find((change) => !known.has(change.path));
    if (stranger) throw unknownClause({ path: stranger.path });
    const unitIds = [
      ...new Set(input.clauses.flatMap((change) => [...change.unitIds, ...(change.supportingUnitIds ?? [])])),
    ];
    if ((await countUnknownUnits(inside.db, unitIds)) > 0) throw unknownUnit();
    if (!input.clauses.every((change) => change.channelIds.every(isKnownChannel))) throw unknownChannel();
    const parsed = applyReview(mended, input);
    await updateDirective(inside.db, input.id, {
      parsed,
      number: parsed.number,
      symbol: parsed.symbol,
      subject: parsed.subject ?? '',
      issued_on: parsed.date,
      year: parsed.year,
      version: directive.version + 1,
    });
    await indexDirective(inside, input.id);
    await proposeLinks(inside, { id: input.id, parsed });
    const { before, after } = differences(mended, parsed);
    const steps = (input.structure ?? []).map(describeStep);
    await recordAudit(inside, {
      subjectKind: 'directive',
      subjectId: input.id,
      action: 'review',
      before,
      after: steps.length > 0 ? { ...after, structure: steps.join('; ') } : after,
    });
  });
}

function mendStructure(
  directive: ReviewedDirective,
  steps: readonly StructureStep[],
  sourceText: string,
): ReviewedDirective {
  let { clauses } = directive;
  for (const step of steps) {
    const next = restructure(clauses, step, sourceText);
    if (next === null) throw stepNotPossible({ path: step.path });
    clauses = [...next.clauses];
  }
  return { ...directive, clauses };
}

function describeStep(step: StructureStep): string {
  if (step.kind === 'move') return `${step.path} ${{ up: '↑', down: '↓', in: '→', out: '←' }[step.to]}`;
  if (step.kind === 'relabel') return `${step.path} = ${step.label ?? '∅'}`;
  return step.kind === 'split' ? `${step.path} ÷` : `${step.path} +`;
}

/** The history keeps what changed, field by field, not the whole document twice. */
function differences(before: ReviewedDirective, after: ReviewedDirective) {
  const [old, young] = [factsOf(before), factsOf(after)];
  const changed = Object.keys(young).filter((key) => old[key] !== young[key]);
  const pick = (from: Record<string, string | null>) => Object.fromEntries(changed.map((key) => [key, from[key]]));
  return { before: pick(old), after: pick(young) };
}

function factsOf(directive: ReviewedDirective): Record<string, string | null> {
  const facts: Record<string, string | null> = {
    number: directive.number === null ? null : String(directive.number),
    symbol: directive.symbol,
    subject: directive.subject,
    date: directive.date,
    year: directive.year === null ? null : String(directive.year),
  };
  for (const [index, repair] of directive.repairs.entries()) {
    const decision = directive.decisions[index];
    if (decision) facts[`${repair.before} → ${repair.after} (${repair.at})`] = decision;
  }
  for (const { clause } of listClauses(directive)) {
    facts[clause.path] = clause.text;
    facts[`${clause.path} nature`] = clause.nature;
    facts[`${clause.path} mode`] = clause.mode;
    const unitsOf = (role: UnitRole) => clause.units.filter((unit) => unit.role === role).map((unit) => unit.unitId);
    facts[`${clause.path} units`] = unitsOf('lead').join(', ');
    facts[`${clause.path} supporting`] = unitsOf('supporting').join(', ');
    facts[`${clause.path} dueOn`] = clause.dueOn;
    facts[`${clause.path} rhythm`] = clause.rhythm;
    facts[`${clause.path} expected`] = clause.expected && `${clause.expected.count} ${clause.expected.kind}`;
    facts[`${clause.path} channels`] = clause.channels.map((channel) => channel.channelId).join(', ');
  }
  return facts;
}
