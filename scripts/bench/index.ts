/**
 * `npm run bench [-- --only page|preview|store|directory|registers|export|import|peers] [--meetings N,M] [--fresh]`: prints a table and writes bench-results/figures.json.
 * The databases are generated once and kept in the temporary folder; `--fresh` makes their search indexes anew.
 * Figures of one run are meant to be compared with each other, not with another machine's.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { directoryFigures } from './directory.ts';
import { exportFigures } from './export.ts';
import { importFigures } from './import.ts';
import { peersExportFigures } from './peers-export.ts';
import { type Figure, printFigures } from './figures.ts';
import { pageFigures } from './page.ts';
import { previewFigures } from './preview.ts';
import { registerFigures } from './registers.ts';
import { storeFigures } from './store.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, meetings: { type: 'string', default: '10000' }, fresh: { type: 'boolean', default: false } } });

const parts: Record<string, () => Promise<Figure[]>> = {
  page: pageFigures,
  preview: previewFigures,
  store: () => storeFigures(values.meetings.split(',').map(Number), values.fresh),
  registers: () => registerFigures(Math.max(...values.meetings.split(',').map(Number))),
  directory: () => directoryFigures(),
  export: exportFigures,
  import: importFigures,
  peers: peersExportFigures,
};

const figures: Figure[] = [];
for (const [name, run] of Object.entries(parts)) {
  if (values.only && values.only !== name) continue;
  const made = await run();
  printFigures(made);
  console.log('');
  figures.push(...made);
}
mkdirSync('bench-results', { recursive: true });
writeFileSync('bench-results/figures.json', `${JSON.stringify({ at: new Date().toISOString(), node: process.version, cores: cpus().length, figures }, null, 2)}\n`);
