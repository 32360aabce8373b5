import { benchApproval } from './approval.ts';
import { benchDeskBundle } from './desk-bundle.ts';
import { benchMatrix } from './matrix.ts';
import { benchParse } from './parse.ts';
import { benchPhone } from './phone.ts';
import { benchPlanScale } from './plan-scale.ts';
import { benchProgram } from './program.ts';
import { benchStoryPage } from './story-page.ts';

process.stdout.write(`Node ${process.version}; medians of 5 interleaved rounds\n`);
await benchParse();
await benchStoryPage();
await benchMatrix();
await benchPlanScale();
await benchApproval();
benchDeskBundle();
await benchPhone();
await benchProgram();
