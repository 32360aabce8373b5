import { callEndpoint } from '../../../platform/ui/api-client.ts';
import { uploadAsset } from '../../media/media.contract.ts';

export interface EvidencePicture {
  /** Made once for the picture: sent again after a lost answer, it is the same upload. */
  readonly id: string;
  readonly file: File;
  readonly ownerUnitId: string;
  /** What the picture shows: its alternative text. */
  readonly title: string;
}

/** Puts a picture into the media store for the unit of the task; answers the id that the evidence names. */
export async function uploadEvidenceFile({ id, file, ownerUnitId, title }: EvidencePicture): Promise<string> {
  const asset = await callEndpoint(uploadAsset, { body: { id, ownerUnitId, altVi: title }, file });
  return asset.id;
}
