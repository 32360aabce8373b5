import { composeModules } from './modules.ts';
import { describeInterface } from './openapi.ts';

/** The interface as every installation has it: no port is used to describe it. */
export function describeWholeInterface(): Record<string, unknown> {
  return describeInterface(composeModules({ publicUrl: '' }));
}
