import { callEndpoint } from '../../../platform/ui/api-client.ts';
import { uploadAsset } from '../../media/media.contract.ts';

export interface ChosenFile {
  /** Made once for the file: sent again after a lost answer, it is the same upload. */
  readonly id: string;
  readonly file: File;
}

/** Brings files in for the unit of the task, one after the other; answers the ids that the evidence names. */
export async function uploadEvidenceFiles(input: {
  files: readonly ChosenFile[];
  ownerUnitId: string;
  /** What the files show: the alternative text of a picture. */
  title: string;
}): Promise<string[]> {
  const { ownerUnitId, title } = input;
  const ids: string[] = [];
  for (const { id, file } of input.files) {
    const body = { id, ownerUnitId, purpose: 'evidence' as const, altVi: title };
    ids.push((await callEndpoint(uploadAsset, { body, file })).id);
  }
  return ids;
}
