export type { CellState, TaskState } from './plan.shapes.contract.ts';
export type { EvidenceWaiting, TaskToFollowUp } from './server/plan.follow-up.read-model.ts';
export { readEvidenceWaiting, readTasksToFollowUp } from './server/plan.follow-up.read-model.ts';
export type { ClothStitch, LateUnits } from './server/plan.home-overview.read-model.ts';
export { readLateUnits, readOwnCloth } from './server/plan.home-overview.read-model.ts';
export { readPlans } from './server/plan.read-model.ts';
export type { CoverageEvidence, CoverageFigures, CoverageRow } from './server/plan.report.read-model.ts';
export { readCoverageForReport } from './server/plan.report.read-model.ts';
export { proposePlanFor } from './server/propose-plan.ts';
