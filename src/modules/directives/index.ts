export { agencyInWords } from './server/agency-words.ts';
export { type ChannelName, channelNames } from './server/channel-names.ts';
export { type CitedDirective, citeDirective } from './server/cite-directive.ts';
export { type ClauseOption, readLeafClauses } from './server/directives.read-model.ts';
export type { ClauseTable, DirectiveTable } from './server/directives.tables.ts';
export { nameOfKind } from './server/parser/document-kinds.ts';
