/**
 * `npm test`: types, lint, walls, units and end to end. Runs all of them, whatever fails, and ends with one line that
 * counts the tests. Its exit code is that of the first kind that failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '#electron/host/places.ts';
import { addCounts, countsOf, summary, type Counts } from './test/counts.ts';

const project = projectFolder();
const reports = mkdtempSync(join(tmpdir(), 'minutebook-test-'));
const none: Counts = { passed: 0, failed: 0, skipped: 0 };

interface Step {
  name: string;
  /** A script of package.json, and what it is told. */
  script: string[];
  /** Where its tests are counted; a step without counts as nothing. */
  report?: string;
}

const tests = (project: string): Step => {
  const report = join(reports, `${project}.json`);
  return { name: project, script: [project, '--', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], report };
};
const steps: Step[] = [
  { name: 'types', script: ['types'] },
  { name: 'lint', script: ['lint'] },
  { name: 'walls', script: ['walls'] },
  tests('unit'),
  tests('e2e'),
];

/** Runs one step with its output shown; its exit code. */
function run({ name, script }: Step): number {
  console.log(`\n── ${name} ──`);
  const npm = process.env['npm_execpath'];
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(command, [...args, 'run', '--silent', ...script], { cwd: project, stdio: 'inherit' });
  if (status !== 0) console.log(`${name}: failed`);
  return status ?? 1;
}

function readCounts(report: string): Counts | null {
  try {
    return countsOf(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return null;
  }
}

let exitCode = 0;
let total = none;
for (const step of steps) {
  const code = run(step);
  const counts = step.report ? readCounts(step.report) : none;
  // A run that broke off before it could count is a failure of its own.
  total = addCounts(total, counts ?? { ...none, failed: 1 });
  if (exitCode === 0) exitCode = code || (counts ? 0 : 1);
}
rmSync(reports, { recursive: true });
console.log(`\n${summary(total)}`);
process.exitCode = exitCode;
