import { writeFileSync } from 'node:fs';
import { describeWholeInterface } from '../src/app/describe-whole-interface.ts';

/** Writes openapi.json again after a contract has changed; tests/openapi.test.ts says when that is due. */
writeFileSync(new URL('../openapi.json', import.meta.url), `${JSON.stringify(describeWholeInterface(), null, 2)}\n`);
