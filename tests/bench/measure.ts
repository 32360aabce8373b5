import { performance } from 'node:perf_hooks';

/** The middle of the values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The slowest but one of twenty. */
export function nearlySlowest(values: readonly number[]): number {
  return [...values].sort((left, right) => right - left)[Math.ceil(values.length * 0.05)] ?? Number.NaN;
}

/** Milliseconds of one run. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Five interleaved rounds of both, so that a noisy minute of the machine hits both: medians and their ratio. */
export async function compare(input: {
  rounds?: number;
  ours: () => Promise<number>;
  baseline: () => Promise<number>;
}): Promise<{ ours: number; baseline: number; ratio: number }> {
  const ours: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round < (input.rounds ?? 5); round += 1) {
    ours.push(await input.ours());
    baseline.push(await input.baseline());
  }
  return {
    ours: median(ours),
    baseline: median(baseline),
    ratio: median(ours.map((value, index) => value / (baseline[index] ?? Number.NaN))),
  };
}

/** One line of the result; `aim` is the figure. */
export function report(name: string, value: string, aim: string): void {
  process.stdout.write(`${name.padEnd(52)} ${value.padEnd(34)} aim ${aim}\n`);
}
