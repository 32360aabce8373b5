import { defineError } from '../../../platform/errors/errors.ts';

export const alreadySigned = defineError('reports.already_signed', 409);
export const periodReversed = defineError('reports.period_reversed', 422);
