import { route } from '../../../platform/http/route.ts';
import { defineModule } from '../../../platform/module.ts';
import { listLanguages, listUnits } from '../organisation.contract.ts';
import { readLanguages, readUnitGroups, readUnits } from './organisation.read-model.ts';
import { loadOrganisation } from './organisation.reference-data.ts';

export const organisationModule = defineModule({
  name: 'organisation',
  routes: [
    route(listUnits, async ({ db }) => ({ units: await readUnits(db), groups: await readUnitGroups(db) })),
    route(listLanguages, async ({ db }) => ({ languages: await readLanguages(db) })),
  ],
  loadReferenceData: loadOrganisation,
});
