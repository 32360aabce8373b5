import type * as accounts from '../../modules/accounts/accounts.contract.ts';
import type * as media from '../../modules/media/media.contract.ts';
import type * as plan from '../../modules/plan/plan.contract.ts';
import type * as evidence from '../../modules/plan/plan.evidence.contract.ts';
import type { Endpoint } from '../../platform/http/contract.ts';

type Address<E extends Endpoint> = Pick<E, 'method' | 'path'> &
  (E extends { upload: 'file' } ? { upload: 'file' } : unknown);

/**
 * An endpoint as a caller needs it: where it is. The contract itself holds zod, a fifth of what a page of the phone may
 * weigh; its types are taken, and the compiler compares method and path with it.
 */
function at<E extends Endpoint>(address: Address<E>): E {
  return address as unknown as E;
}

export const signIn = at<typeof accounts.signIn>({ method: 'POST', path: '/api/sign-in' });
export const signOut = at<typeof accounts.signOut>({ method: 'POST', path: '/api/sign-out' });
export const readMe = at<typeof accounts.readMe>({ method: 'GET', path: '/api/me' });
export const listTasks = at<typeof plan.listTasks>({ method: 'GET', path: '/api/tasks' });
export const getTask = at<typeof plan.getTask>({ method: 'GET', path: '/api/tasks/:id' });
export const actOnTask = at<typeof plan.actOnTask>({ method: 'POST', path: '/api/tasks/:id/actions' });
export const uploadAsset = at<typeof media.uploadAsset>({ method: 'POST', path: '/api/assets', upload: 'file' });
export const addEvidence = at<typeof evidence.addEvidence>({ method: 'POST', path: '/api/evidence' });
export const getEvidenceFile = at<typeof evidence.getEvidenceFile>({
  method: 'GET',
  path: '/api/evidence/:id/files/:assetId/:form',
});
