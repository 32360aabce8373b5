import type { FileStore } from '../../../platform/files/file-store.ts';
import { route } from '../../../platform/http/route.ts';
import { defineModule, type ServerModule } from '../../../platform/module.ts';
import * as contract from '../reports.contract.ts';
import { downloadReport } from './download-report.ts';
import { reportActions } from './reports.policy.ts';
import { readReportDetail, readReports, readReportsToSign } from './reports.read-model.ts';
import { chooseAnnexes, createReport, saveNarrative, signReport } from './write-report.ts';

/** `files`: where a signed report is kept as it went out. `isExample`: the printed report says on every page that its content is an example. */
export function createReportsModule({ files, isExample }: { files: FileStore; isExample: boolean }): ServerModule {
  return defineModule({
    name: 'reports',
    actions: [...reportActions],
    homeQueue: readReportsToSign,
    routes: [
      route(contract.listReports, (context, { query }) => readReports(context, query.page)),
      route(contract.createReport, async (context, { body }) => ({ id: await createReport(context, body) })),
      route(contract.readReport, (context, { params }) => readReportDetail(context, params.id)),
      route(contract.saveNarrative, async (context, { params, body }) => {
        await saveNarrative(context, { ...body, id: params.id });
        return readReportDetail(context, params.id);
      }),
      route(contract.chooseAnnexes, async (context, { params, body }) => {
        await chooseAnnexes(context, { ...body, id: params.id });
        return readReportDetail(context, params.id);
      }),
      route(contract.signReport, async (context, { params, body }) => {
        await signReport(context, { ...body, id: params.id, files, isExample });
        return readReportDetail(context, params.id);
      }),
      route(contract.downloadReport, (context, { params }) => downloadReport(context, { id: params.id, isExample })),
    ],
  });
}
