export type { Role } from './accounts.roles.ts';
export { departmentReaders, roles } from './accounts.roles.ts';
export { holdsRole, readsEverything, unitIdsOf, worksIn } from './server/accounts.permission.ts';
export type { PersonInUnit } from './server/accounts.reach.read-model.ts';
export { readPeopleInUnits } from './server/accounts.reach.read-model.ts';
export { readActorOf } from './server/accounts.session.ts';
export type { PersonTable } from './server/accounts.tables.ts';
