import type { homeOverview, homeQueue } from '../../modules/notifications/notifications.contract.ts';
import type { EndpointOutput } from '../../platform/http/contract.ts';

export type HomeGroups = EndpointOutput<typeof homeQueue>['groups'];
export type HomeRest = EndpointOutput<typeof homeQueue>['rest'];
export type HomeOverview = EndpointOutput<typeof homeOverview>;
