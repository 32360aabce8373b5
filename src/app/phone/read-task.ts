import type { TaskDetail } from '../../modules/plan/plan.shapes.contract.ts';
import { callEndpoint } from '../../platform/ui/api-client.ts';
import { getTask } from './endpoints.ts';

let early: { readonly id: string; readonly answer: Promise<TaskDetail> } | null = null;

/** Asks for the task of the address while the page still finds out who is signed in: one way there and back less. */
export function readTaskEarly(path: string): void {
  const [, id] = /^\/tasks\/([\w-]+)/.exec(path) ?? [];
  if (id === undefined) return;
  const answer = callEndpoint(getTask, { params: { id } });
  answer.catch(() => undefined);
  early = { id, answer };
}

export function readTask(id: string): Promise<TaskDetail> {
  const asked = early;
  early = null;
  return asked?.id === id ? asked.answer : callEndpoint(getTask, { params: { id } });
}
