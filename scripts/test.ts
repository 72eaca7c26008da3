/**
 * `npm test`: types, lint, walls, unused code, units and end to end. Runs all of them, whatever fails, and ends with one
 * line that counts the tests. Its exit code is that of the first kind that failed. Files of tests run two at a time; one
 * that fails is run once more alone, and named at the end if it then passes: a busy machine is no fault of the program,
 * but whoever reads it should look whether the program or the test cannot bear one.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { projectFolder } from '#electron/host/places.ts';
import { addCounts, afterAgain, none, readReport, summary, type Report } from './test/counts.ts';
import { installPaperPrograms } from './test/paper-programs.ts';
import { runScript } from './test/run-script.ts';

/** With more failing files than this it is not the machine. */
const mostAgain = 4;
const reports = mkdtempSync(join(tmpdir(), 'minutebook-test-'));

interface Step {
  name: string;
  /** A script of package.json, and what it is told. */
  script: string[];
  /** What has to be done before. */
  after?: Promise<void>;
}

/** Goes on while the first steps run. */
const paperPrograms = installPaperPrograms();

interface TestStep extends Step {
  /** Where its tests are counted. */
  report: string;
}

const tests = (project: string, name = project, options: readonly string[] = []): TestStep => {
  const report = join(reports, `${name}.json`);
  return { name, script: [project, '--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...options], report };
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
/** Files that passed only alone. */
const onlyAlone: string[] = [];

/** Adds what a step gave: its exit code, and what it reports if it is one of tests. */
function count(code: number, report: Report | null): void {
  // A run that broke off before it could count is a failure of its own.
  total = addCounts(total, report?.counts ?? { ...none, failed: 1 });
  skipped.push(...(report?.skipped ?? []));
  if (exitCode === 0) exitCode = code || (report ? 0 : 1);
}

/** Runs the tests of a project, and those files once more alone that failed. */
async function runTests(project: string, after?: Promise<void>): Promise<void> {
  const all = tests(project);
  const code = await run({ ...all, ...(after && { after }) });
  const first = reportOf(all.report);
  if (!first || first.failed.length === 0 || first.failed.length > mostAgain) return count(code, first);
  const paths = first.failed.map(({ path }) => relative(projectFolder(), path));
  const alone = tests(project, `${project}, once more alone`, ['--maxWorkers=1', ...paths]);
  const codeAlone = await run(alone);
  const second = reportOf(alone.report);
  if (!second) return count(code, first);
  onlyAlone.push(...paths.filter((path) => !second.failed.some((file) => relative(projectFolder(), file.path) === path)));
  count(codeAlone, afterAgain(first, second));
}

// Side by side they take as long as the slowest of them.
for (const code of await Promise.all(checks.map(run))) count(code, { counts: none, skipped: [], failed: [] });
await runTests('unit', paperPrograms);
await runTests('e2e');
rmSync(reports, { recursive: true });
console.log(['', ...skipped.map((name) => `skipped: ${name}`), ...onlyAlone.map((path) => `passed only alone: ${path}`), summary(total)].join('\n'));
process.exitCode = exitCode;
