export type { Unit } from './organisation.contract.ts';
export { addresseeOf, issuingAgency } from './server/issuing-agency.ts';
export { expandUnitIds, readLanguages, readUnitGroups, readUnits } from './server/organisation.read-model.ts';
export type { LanguageTable, UnitGroupMemberTable, UnitTable } from './server/organisation.tables.ts';
