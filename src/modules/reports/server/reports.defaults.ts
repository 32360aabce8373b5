import { issuingAgency } from '../../organisation/index.ts';

/** What the reports of the department have besides the names of the agency. */
export const agencyDefaults = {
  ...issuingAgency,
  reportSymbol: `BC-${issuingAgency.symbol}`,
  /** The plan covers own units, communes and partners: a report is never on one unit alone. */
  scopeName: 'toàn tỉnh',
  addressees: ['Ủy ban nhân dân tỉnh Lai Châu'],
  recipients: ['Như trên', 'Lãnh đạo Sở', `Lưu: VT, ${issuingAgency.draftingSymbol}`],
} as const;
