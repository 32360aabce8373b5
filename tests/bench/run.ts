import { benchDeskBundle } from './desk-bundle.ts';
import { benchParse } from './parse.ts';
import { benchStoryPage } from './story-page.ts';

process.stdout.write(`Node ${process.version}; medians of 5 interleaved rounds\n`);
await benchParse();
await benchStoryPage();
benchDeskBundle();
