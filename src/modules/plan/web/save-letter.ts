import type { Endpoint } from '../../../platform/http/contract.ts';
import { callEndpoint, type EndpointCall } from '../../../platform/ui/api-client.ts';
import { saveFile } from '../../../platform/ui/save-file.ts';

/** Fetches a letter and hands it to the person; what the server refuses comes back as its error. */
export async function saveLetter<E extends Endpoint>(endpoint: E, call: EndpointCall<E>, name: string): Promise<void> {
  const file = (await (callEndpoint as (one: Endpoint, call: object) => Promise<unknown>)(endpoint, call)) as Blob;
  saveFile({ file, name: `${name}.docx` });
}
