import { readFile } from 'node:fs/promises';

/** Signal 0 only asks. A process of another user is there, too. */
export function sendSignal(processId: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(processId, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The name of a living process. A zombie, which stays for ever under a container's idle first process, is not living. */
export async function findProcessName(processId: number): Promise<string | undefined> {
  if (!sendSignal(processId, 0)) return undefined;
  const status = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => undefined);
  // No /proc on this system, or the process has ended just now.
  if (status === undefined) return process.platform !== 'linux' ? 'postgres' : undefined;
  const name = status.slice(status.indexOf('(') + 1, status.lastIndexOf(')'));
  const state = status.slice(status.lastIndexOf(')') + 2, status.lastIndexOf(')') + 3);
  return state === 'Z' || state === 'X' ? undefined : name;
}
