import { getCell, getMatrix, getMonthMatrix, getTask, listTasks } from '../plan.contract.ts';

/** What is out of date after evidence changed. */
export const evidenceReaders = [getCell, getMatrix, getMonthMatrix, getTask, listTasks];
