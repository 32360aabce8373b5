import { startJourney } from '../e2e/journey.ts';
import { editionOf, publishStory } from '../e2e/stories.ts';
import { median, report } from './measure.ts';

/** From the approval to the moment in which a reader gets the page; each round a story of its own. */
export async function benchApproval(): Promise<void> {
  const journey = await startJourney();
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const words = { title: `Bài đo thứ ${round}`, lead: 'Lời dẫn.', text: 'Giá trị văn hóa.' };
    const story = await publishStory(journey, words);
    const approved = performance.now();
    const path = journey.program.address + (editionOf(story, 'vi').publicPath ?? '');
    while ((await fetch(path)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 10));
    times.push(performance.now() - approved);
  }
  report('approval answered → readable on the portal', `${median(times).toFixed(0)} ms`, '≤ 1,000 ms');
  await journey.close();
}
