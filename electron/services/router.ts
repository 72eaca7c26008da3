/** The contract's store side, each call with its handler, and the one place where trouble becomes an error value. */
import { implement, ORPCError } from '@orpc/server';
import { databaseFailure } from '#electron/db/failure.ts';
import { type AppError } from '#shared/result.ts';
import { storeContract } from '#shared/rpc/contract.ts';
import * as archives from './archives/index.ts';
import * as assets from './assets.ts';
import * as backups from './backups/index.ts';
import * as bodies from './directory/bodies.ts';
import * as people from './directory/people.ts';
import * as health from './health.ts';
import * as meetings from './meetings.ts';
import * as parcels from './parcels.ts';
import * as registers from './registers/index.ts';
import * as numbering from './registers/numbers.ts';
import { history } from './registers/history.ts';
import { markDone } from './registers/writing.ts';
import * as layouts from './layouts.ts';
import * as phrases from './phrases/index.ts';
import * as search from './search/index.ts';
import type { Services } from './services.ts';
import * as settings from './settings.ts';
import * as stages from './stages.ts';
import * as templates from './templates.ts';
import * as versions from './versions/index.ts';

/** Not at the start: the Word library and the dictionaries of the two scripts take longer to load than everything else. */
const loadExports = () => import('./exports.ts');
const loadComments = () => import('./comments/index.ts');
const loadImports = () => import('./imports/index.ts');
const loadExportMany = () => import('./export-many.ts');
const loadWordTemplates = () => import('./word-templates.ts');
const loadProofs = () => import('./proofs.ts');
const loadTexts = () => import('./texts.ts');
const loadRegisterFiles = () => import('./registers/exporting.ts');

/** What can be done with a database that may only be read. */
const reading: ReadonlySet<string> = new Set([
  'meetings.list', 'meetings.open', 'versions.list', 'versions.open', 'versions.before', 'search.query', 'search.places', 'search.facets', 'registers.query', 'registers.facets', 'registers.numbers', 'registers.numberTaken', 'registers.series', 'registers.history', 'registers.export', 'assets.get', 'texts.read', 'templates.list', 'templates.export', 'phrases.list', 'phrases.used', 'layouts.list', 'layouts.export', 'wordTemplates.list', 'wordTemplates.get',
  'people.list', 'people.get', 'people.offer', 'people.recognise', 'people.gather', 'bodies.list', 'bodies.get', 'bodies.roster',
  'exports.render', 'exports.many', 'exports.kit', 'proofs.make', 'imports.read', 'imports.reports', 'comments.list', 'comments.corrections', 'archives.make', 'parcels.read', 'parcels.drop', 'backups.state', 'backups.meetings', 'health.state', 'health.rescuedText', 'settings.get', 'jobs.stop', 'events.watch',
]);

function failureOf(error: unknown): AppError {
  // Inputs are checked inside the middleware: this is the only error of oRPC's own that can be the caller's fault.
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return { code: 'request.invalid' };
  return databaseFailure(error) ?? { code: 'unexpected' };
}

/** The handlers over `services`. No call throws: `request.invalid`, `database.*` and `unexpected` are values. */
export function createStoreRouter(services: Services) {
  const os = implement(storeContract).use(async ({ next, path, signal }) => {
    const { readOnly } = services.db;
    if (readOnly && !reading.has(path.join('.'))) return { output: { ok: false, error: readOnly }, context: {} };
    try {
      return await next();
    } catch (error) {
      if (path[0] === 'events' || signal?.aborted) throw error;
      return { output: { ok: false, error: failureOf(error) }, context: {} };
    }
  });
  return os.router({
    meetings: {
      list: os.meetings.list.handler(({ input }) => meetings.list(services, input)),
      create: os.meetings.create.handler(({ input }) => meetings.create(services, input)),
      open: os.meetings.open.handler(({ input }) => meetings.open(services, input)),
      save: os.meetings.save.handler(({ input }) => meetings.save(services, input)),
      duplicateAsNext: os.meetings.duplicateAsNext.handler(({ input }) => meetings.duplicateAsNext(services, input)),
      copy: os.meetings.copy.handler(({ input }) => meetings.copy(services, input)),
      rename: os.meetings.rename.handler(({ input }) => meetings.rename(services, input)),
      pin: os.meetings.pin.handler(({ input }) => meetings.pin(services, input)),
      trash: os.meetings.trash.handler(({ input }) => meetings.trash(services, input)),
      restore: os.meetings.restore.handler(({ input }) => meetings.restore(services, input)),
    },
    search: {
      query: os.search.query.handler(({ input }) => search.query(services, input)),
      places: os.search.places.handler(({ input, signal }) => search.places(services, input, signal)),
      facets: os.search.facets.handler(({ input }) => search.facets(services, input)),
    },
    registers: {
      query: os.registers.query.handler(({ input }) => registers.query(services, input)),
      facets: os.registers.facets.handler(({ input }) => registers.facets(services, input)),
      markDone: os.registers.markDone.handler(({ input }) => markDone(services, input)),
      numbers: os.registers.numbers.handler(({ input }) => numbering.numbers(services, input)),
      numberTaken: os.registers.numberTaken.handler(({ input }) => numbering.numberTaken(services, input)),
      assign: os.registers.assign.handler(({ input }) => numbering.assign(services, input)),
      series: os.registers.series.handler(({ input }) => registers.series(services, input)),
      history: os.registers.history.handler(({ input }) => history(services, input)),
      export: os.registers.export.handler(async ({ input }) => (await loadRegisterFiles()).render(services, input)),
    },
    assets: {
      put: os.assets.put.handler(({ input }) => assets.put(services, input)),
      get: os.assets.get.handler(({ input }) => assets.get(services, input)),
    },
    texts: {
      read: os.texts.read.handler(async ({ input }) => (await loadTexts()).read(input)),
    },
    templates: {
      list: os.templates.list.handler(() => templates.list(services)),
      put: os.templates.put.handler(({ input }) => templates.put(services, input)),
      remove: os.templates.remove.handler(({ input }) => templates.remove(services, input)),
      arrange: os.templates.arrange.handler(({ input }) => templates.arrange(services, input)),
      export: os.templates.export.handler(({ input }) => templates.exportFile(services, input)),
      import: os.templates.import.handler(({ input }) => templates.importFile(services, input)),
    },
    phrases: {
      list: os.phrases.list.handler(() => phrases.list(services)),
      put: os.phrases.put.handler(({ input }) => phrases.put(services, input)),
      remove: os.phrases.remove.handler(({ input }) => phrases.remove(services, input)),
      arrange: os.phrases.arrange.handler(({ input }) => phrases.arrange(services, input)),
      used: os.phrases.used.handler(({ input }) => phrases.used(services, input)),
    },
    wordTemplates: {
      list: os.wordTemplates.list.handler(async () => (await loadWordTemplates()).list(services)),
      add: os.wordTemplates.add.handler(async ({ input }) => (await loadWordTemplates()).add(services, input)),
      get: os.wordTemplates.get.handler(async ({ input }) => (await loadWordTemplates()).get(services, input)),
      remove: os.wordTemplates.remove.handler(async ({ input }) => (await loadWordTemplates()).remove(services, input)),
    },
    proofs: {
      make: os.proofs.make.handler(async ({ input }) => (await loadProofs()).make(services, input)),
    },
    layouts: {
      list: os.layouts.list.handler(() => layouts.list(services)),
      put: os.layouts.put.handler(({ input }) => layouts.put(services, input)),
      remove: os.layouts.remove.handler(({ input }) => layouts.remove(services, input)),
      export: os.layouts.export.handler(({ input }) => layouts.exportFile(services, input)),
      import: os.layouts.import.handler(({ input }) => layouts.importFile(services, input)),
    },
    exports: {
      render: os.exports.render.handler(async ({ input }) => (await loadExports()).render(services, input)),
      many: os.exports.many.handler(async ({ input }) => (await loadExportMany()).many(services, input)),
      kit: os.exports.kit.handler(async ({ input }) => (await loadExports()).kit(services, input)),
    },
    imports: {
      read: os.imports.read.handler(async ({ input }) => (await loadImports()).read(services, input)),
      keep: os.imports.keep.handler(async ({ input }) => (await loadImports()).keep(services, input)),
      take: os.imports.take.handler(async ({ input }) => (await loadImports()).take(services, input)),
      report: os.imports.report.handler(async ({ input }) => (await loadImports()).report(services, input)),
      reports: os.imports.reports.handler(async () => (await loadImports()).reports(services)),
    },
    comments: {
      paper: os.comments.paper.handler(async ({ input }) => (await loadComments()).paper(services, input)),
      take: os.comments.take.handler(async ({ input }) => (await loadComments()).take(services, input)),
      list: os.comments.list.handler(async ({ input }) => (await loadComments()).list(services, input)),
      note: os.comments.note.handler(async ({ input }) => (await loadComments()).note(services, input)),
      drop: os.comments.drop.handler(async ({ input }) => (await loadComments()).drop(services, input)),
      corrections: os.comments.corrections.handler(async ({ input }) => (await loadComments()).corrections(services, input)),
    },
    people: {
      list: os.people.list.handler(({ input }) => people.list(services, input)),
      get: os.people.get.handler(({ input }) => people.get(services, input)),
      put: os.people.put.handler(({ input }) => people.put(services, input)),
      remove: os.people.remove.handler(({ input }) => people.remove(services, input)),
      merge: os.people.merge.handler(({ input }) => people.merge(services, input)),
      keepAll: os.people.keepAll.handler(({ input }) => people.keepAll(services, input)),
      offer: os.people.offer.handler(({ input }) => people.offer(services, input)),
      recognise: os.people.recognise.handler(({ input }) => people.recognise(services, input)),
      gather: os.people.gather.handler(({ input }) => people.gather(services, input)),
    },
    bodies: {
      list: os.bodies.list.handler(({ input }) => bodies.list(services, input)),
      get: os.bodies.get.handler(({ input }) => bodies.get(services, input)),
      put: os.bodies.put.handler(({ input }) => bodies.put(services, input)),
      remove: os.bodies.remove.handler(({ input }) => bodies.remove(services, input)),
      roster: os.bodies.roster.handler(({ input }) => bodies.roster(services, input)),
    },
    backups: {
      state: os.backups.state.handler(() => backups.state(services)),
      make: os.backups.make.handler(({ input }) => backups.make(services, input)),
      verify: os.backups.verify.handler(({ input }) => backups.verify(services, input)),
      rehearse: os.backups.rehearse.handler(({ input }) => backups.rehearse(services, input)),
      meetings: os.backups.meetings.handler(({ input }) => backups.list(services, input)),
      restoreMeeting: os.backups.restoreMeeting.handler(({ input }) => backups.restoreMeeting(services, input)),
      restore: os.backups.restore.handler(({ input }) => backups.restore(services, input)),
    },
    archives: {
      make: os.archives.make.handler(({ input }) => archives.make(services, input)),
      take: os.archives.take.handler(({ input }) => archives.take(services, input)),
    },
    parcels: {
      begin: os.parcels.begin.handler(() => parcels.begin(services)),
      add: os.parcels.add.handler(({ input }) => parcels.add(services, input)),
      read: os.parcels.read.handler(({ input }) => parcels.read(services, input)),
      drop: os.parcels.drop.handler(({ input }) => parcels.drop(services, input)),
    },
    versions: {
      list: os.versions.list.handler(({ input }) => versions.list(services, input)),
      open: os.versions.open.handler(({ input }) => versions.open(services, input)),
      name: os.versions.name.handler(({ input }) => versions.name(services, input)),
      circulate: os.versions.circulate.handler(({ input }) => versions.circulate(services, input)),
      before: os.versions.before.handler(({ input }) => versions.before(services, input)),
    },
    stages: {
      step: os.stages.step.handler(({ input }) => stages.step(services, input)),
      beginCorrection: os.stages.beginCorrection.handler(({ input }) => stages.beginCorrection(services, input)),
      finishCorrection: os.stages.finishCorrection.handler(({ input }) => stages.finishCorrection(services, input)),
      dropCorrection: os.stages.dropCorrection.handler(({ input }) => stages.dropCorrection(services, input)),
    },
    health: {
      state: os.health.state.handler(() => health.state(services)),
      check: os.health.check.handler(({ input }) => health.check(services, input)),
      seen: os.health.seen.handler(() => health.seen(services)),
      rescuedText: os.health.rescuedText.handler(({ input }) => health.rescuedText(services, input)),
      keepRescued: os.health.keepRescued.handler(({ input }) => health.keepRescued(services, input)),
    },
    settings: {
      get: os.settings.get.handler(() => settings.get(services)),
      set: os.settings.set.handler(({ input }) => settings.set(services, input)),
    },
    jobs: {
      stop: os.jobs.stop.handler(({ input }) => services.jobs.stop(input)),
    },
    events: {
      watch: os.events.watch.handler(({ signal }) => services.events.watch(signal)),
    },
  });
}
