export { draftFromTemplate } from './server/begin-draft.ts';
export { keepOutgoingFile, type OutgoingDocument, registerOutgoing } from './server/register-outgoing.ts';
export type { OfficialDocumentTable } from './server/registry.tables.ts';
