import type { FileStore } from '../../../platform/files/file-store.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import * as contract from '../plan.evidence.contract.ts';
import { addEvidence } from './add-evidence.ts';
import { judgeEvidence } from './judge-evidence.ts';
import { openEvidenceFile } from './open-evidence-file.ts';
import { readReceipts } from './plan.receipts.read-model.ts';

export function evidenceRoutes(files: FileStore): readonly Route[] {
  return [
    route(contract.listReceipts, async (context) => ({ receipts: await readReceipts(context) })),
    route(contract.addEvidence, (context, { body }) => addEvidence(context, body)),
    route(contract.acceptEvidence, (context, { params, body }) =>
      judgeEvidence(context, { evidenceId: params.id, version: body.version, verdict: 'accepted', reason: null }),
    ),
    route(contract.returnEvidence, (context, { params, body }) =>
      judgeEvidence(context, {
        evidenceId: params.id,
        version: body.version,
        verdict: 'returned',
        reason: body.reason,
      }),
    ),
    route(contract.getEvidenceFile, (context, { params }) => openEvidenceFile(context, files, params)),
  ];
}
