/**
 * `npm test`: types, lint, walls, unused code, units and end to end. Runs all of them, whatever fails, and ends with one
 * line that counts the tests. Its exit code is that of the first kind that failed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCounts, readReport, summary, type Counts, type Report } from './test/counts.ts';
import { installPaperPrograms } from './test/paper-programs.ts';
import { runScript } from './test/run-script.ts';

const reports = mkdtempSync(join(tmpdir(), 'minutebook-test-'));
const none: Counts = { passed: 0, failed: 0, skipped: 0 };

interface Step {
  name: string;
  /** A script of package.json, and what it is told. */
  script: string[];
  /** Where its tests are counted; a step without counts as nothing. */
  report?: string;
  /** What has to be done before. */
  after?: Promise<void>;
}

/** Goes on while the first steps run. */
const paperPrograms = installPaperPrograms();

const tests = (project: string): Step => {
  const report = join(reports, `${project}.json`);
  return { name: project, script: [project, '--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], report };
};
/** They read sources only, and say little where all is well. */
const checks: Step[] = [
  { name: 'types', script: ['types'] },
  { name: 'lint', script: ['lint'] },
  { name: 'walls', script: ['walls'] },
  { name: 'unused', script: ['unused'] },
];

/** Runs one step with its output and its time shown; its exit code. */
async function run(step: Step): Promise<number> {
  await step.after;
  console.log(`\n── ${step.name} ──`);
  const began = performance.now();
  let code = await runScript(step.script);
  if (code === 'still') {
    console.log(`${step.name}: stood still and is tried once more`);
    code = await runScript(step.script);
  }
  console.log(`${step.name}: ${code === 0 ? 'well' : code === 'still' ? 'stood still' : 'failed'}, ${Math.round((performance.now() - began) / 1000)} s`);
  return code === 'still' ? 1 : code;
}

function reportOf(path: string): Report | null {
  try {
    return readReport(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

let exitCode = 0;
let total = none;
const skipped: string[] = [];

/** Adds what a step gave. */
function count(step: Step, code: number): void {
  const report = step.report ? reportOf(step.report) : { counts: none, skipped: [] };
  // A run that broke off before it could count is a failure of its own.
  total = addCounts(total, report?.counts ?? { ...none, failed: 1 });
  skipped.push(...(report?.skipped ?? []));
  if (exitCode === 0) exitCode = code || (report ? 0 : 1);
}

// Side by side they take as long as the slowest of them.
const codes = await Promise.all(checks.map(run));
checks.forEach((step, index) => count(step, codes[index] ?? 1));
for (const step of [{ ...tests('unit'), after: paperPrograms }, tests('e2e')]) count(step, await run(step));
rmSync(reports, { recursive: true });
console.log(['', ...skipped.map((name) => `skipped: ${name}`), summary(total)].join('\n'));
process.exitCode = exitCode;
