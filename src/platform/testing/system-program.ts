import { spawnSync } from 'node:child_process';

/** Whether a program of the system can be run here; tests that need one are skipped where it is absent. */
export function hasProgram(name: string, ...argumentsForVersion: string[]): boolean {
  return spawnSync(name, argumentsForVersion.length > 0 ? argumentsForVersion : ['--version']).error === undefined;
}
