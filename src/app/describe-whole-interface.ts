import { composeModules } from './modules.ts';
import { describeInterface } from './openapi.ts';

/** The interface as every installation has it: no port is used to describe it. */
export function describeWholeInterface(): Record<string, unknown> {
  const unused = () => Promise.reject(new Error('the description of the interface uses no port'));
  const ports = {
    publicUrl: '',
    masterKey: new Uint8Array(32),
    isExample: false,
    connectors: [],
    files: { put: unused, open: unused, erase: unused },
    signItem: unused,
  };
  return describeInterface(composeModules(ports));
}
