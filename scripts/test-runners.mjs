import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const running = new Set();

export function stopRunners() {
  for (const child of running) child.kill('SIGTERM');
}

/** Runs a program with its output shown. Answers whether it ended well within its time. */
function run({ program, words, clone, minutes }) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd: clone, stdio: ['ignore', 'inherit', 'inherit'] });
    running.add(child);
    const alarm = setTimeout(() => {
      console.log(`✗ ${words.join(' ')}: not done after ${minutes} minutes, ended`);
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    }, minutes * 60_000);
    const finish = (isGood) => {
      clearTimeout(alarm);
      running.delete(child);
      resolve(isGood);
    };
    child.once('error', (error) => {
      console.log(error.message);
      finish(false);
    });
    child.once('exit', (status) => finish(status === 0));
  });
}

export async function runCheck({ title, program, words, clone }) {
  const isGood = await run({ program, words, clone, minutes: 3 });
  console.log(`${isGood ? '✓' : '✗'} ${title}`);
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The numbers come from the report, the verdict from the report and the exit status together. */
export async function runVitest({ clone, name, config, minutes }) {
  const report = join(clone, `.artefacts/${name}.json`);
  rmSync(report, { force: true });
  const words = [join(clone, 'node_modules/vitest/vitest.mjs'), 'run', '--config', config];
  words.push('--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  const isGood = await run({ program: process.execPath, words, clone, minutes });
  const { passed, failed } = readReport(report);
  // A runner that fell over after its last test, or never wrote its report, is a failure of its own.
  return { passed, failed: failed === 0 && !isGood ? 1 : failed };
}

/** A file that could not be loaded, or whose preparation failed, has no failed test in it, but counts as one. */
function readReport(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const brokenFiles = testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
