import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { citeDirective } from '../../directives/index.ts';
import { addresseeOf, issuingAgency } from '../../organisation/index.ts';
import { draftFromTemplate } from '../../registry/index.ts';
import { nothingToWrite } from './plan.errors.ts';
import {
  type LetterTask,
  type LetterUnit,
  readCitedDirectiveOfPlan,
  readLetterTasks,
  readLetterUnits,
} from './plan.letters.read-model.ts';
import type { LetterBase, LetterDraft } from './plan.letters.ts';

/** Units, their tasks that were sent, and what every letter to them begins with. */
export async function readLetter(
  context: Context,
  input: { planId: string; unitIds: readonly string[]; clauseIds: readonly string[] | null },
): Promise<{ units: LetterUnit[]; tasks: LetterTask[]; base: LetterBase }> {
  const directive = await readCitedDirectiveOfPlan(context.db, input.planId);
  if (!directive || input.unitIds.length === 0) throw nothingToWrite();
  const { units, isAllCommunes } = await readLetterUnits(context.db, input.unitIds);
  const today = dayInDepartment(context.clock.now());
  const communes = units.filter((unit) => unit.kind === 'commune' || unit.kind === 'ward');
  const others = units.filter((unit) => !communes.includes(unit));
  return {
    units,
    tasks: await readLetterTasks(context, { ...input, today }),
    base: {
      citation: citeDirective(directive),
      addressees: [
        ...(isAllCommunes ? ['Ủy ban nhân dân các xã, phường'] : communes.map(addresseeOf)),
        ...others.map(addresseeOf),
      ],
      isInside: units.every((unit) => unit.isOwn),
    },
  };
}

/** A draft in the register of the department; it takes its number when it is signed there. */
export function keepDraft(
  context: Context,
  input: { letter: LetterDraft; documentId?: string | undefined; source: { kind: string; id: string } },
): Promise<string> {
  const { documentId: id, letter, source } = input;
  return draftFromTemplate(context, { id, unitId: issuingAgency.unitId, ...letter, source });
}
