/** The commands of the command line: what they are called and what they take. */
import { Command, CommanderError, Option } from 'commander';
import { copies, exportFormats } from '#shared/export/options.ts';
import { regionSchema } from '#shared/language.ts';
import { layoutIds } from '#shared/layouts/ids.ts';
import type { Result } from '#shared/result.ts';
import { textEncodings } from '#shared/text/encodings.ts';
import type { ArchiveOptions, UnarchiveOptions } from './archive.ts';
import type { BackupOptions } from './backup.ts';
import type { ConvertOptions } from './convert.ts';
import type { DoctorOptions, VerifyOptions } from './doctor.ts';
import type { ExportOptions } from './export.ts';
import type { ImportOptions } from './import.ts';
import type { ListOptions } from './list.ts';
import { scriptWords } from './paper.ts';
import type { ProofOptions } from './proof.ts';
import type { SearchOptions } from './search.ts';
import type { ShowOptions } from './show.ts';
import { sentence, type Terminal, told } from './terms.ts';
import { speak, wrongUse } from './usage.ts';

/** Runs the command line. The exit code: 0, 1 (it failed; one sentence was told) or 2 (wrong use). */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const program = commandLine(terminal, async (task) => {
    const result = await task;
    if (result.ok) return;
    terminal.tell(told(terminal, result.error));
    code = 1;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (error.code !== 'commander.help') terminal.tell(wrongUse(error, terminal.language));
    return 2;
  }
}

/** Each command is loaded when it is asked for: together they take longer than most of them run. */
function commandLine(terminal: Terminal, finish: (task: Promise<Result<null>>) => Promise<void>): Command {
  const words = (key: Parameters<typeof sentence>[1]): string => sentence(terminal, key);
  const db = (): Option => new Option('--db <path>', words('option.db'));
  const profile = (): Option => new Option('--profile <id>', words('option.profile'));
  const copy = (): Option => new Option('--copy <copy>', words('option.copy')).choices(copies);
  const script = (): Option => new Option('--script <script>', words('option.script')).choices(scriptWords);
  const program = speak(new Command('minutebook'), terminal.language)
    .description(words('about'))
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: (text) => terminal.tell(text.trimEnd()), outputError: () => undefined });

  program
    .command('convert')
    .argument('<file>')
    .description(words('convert'))
    .requiredOption('--out <file>', words('option.out'))
    .option('--save', words('option.save'))
    .addOption(new Option('--encoding <name>', words('option.encoding')).choices(['utf-8', ...textEncodings]))
    .addOption(new Option('--region <region>', words('option.region')).choices(regionSchema.options))
    .addOption(profile())
    .addOption(script())
    .addOption(copy())
    .addOption(db())
    .action((file: string, options: ConvertOptions) => finish(import('./convert.ts').then(({ convert }) => convert(terminal, file, options))));
  program
    .command('list')
    .description(words('list'))
    .option('--json', words('option.json'))
    .addOption(db())
    .action((options: ListOptions) => finish(import('./list.ts').then(({ list }) => list(terminal, options))));
  program
    .command('search')
    .argument('<text>')
    .description(words('search'))
    .option('--json', words('option.json'))
    .addOption(db())
    .action((text: string, options: SearchOptions) => finish(import('./search.ts').then(({ search }) => search(terminal, text, options))));
  program
    .command('show')
    .argument('<id>')
    .description(words('show'))
    .option('--json', words('option.json'))
    .addOption(db())
    .action((id: string, options: ShowOptions) => finish(import('./show.ts').then(({ show }) => show(terminal, id, options))));
  program
    .command('export')
    .argument('<id...>')
    .description(words('export'))
    .addOption(new Option('--out <file>', words('option.out')).conflicts(['outDir', 'zip']))
    .addOption(new Option('--out-dir <folder>', words('option.outDir')).conflicts('zip'))
    .option('--zip <file>', words('option.zip'))
    .addOption(new Option('--format <format>', words('option.format')).choices(exportFormats).default('docx'))
    .addOption(profile())
    .addOption(script())
    .addOption(copy())
    .addOption(db())
    .action((ids: string[], options: ExportOptions) => finish(import('./export.ts').then(({ exportMeetings }) => exportMeetings(terminal, ids, options))));
  program
    .command('import')
    .argument('<paths...>')
    .description(words('import'))
    .option('--dry-run', words('option.dryRun'))
    .option('--json', words('option.json'))
    .addOption(db())
    .action((paths: string[], options: ImportOptions) => finish(import('./import.ts').then(({ importFiles }) => importFiles(terminal, paths, options))));
  program
    .command('proof')
    .argument('<file>')
    .description(words('proof'))
    .addOption(new Option('--profile <layout>', words('proof.profile')).choices(layoutIds))
    .option('--json', words('option.json'))
    .action((file: string, options: ProofOptions) => finish(import('./proof.ts').then(({ proof }) => proof(terminal, file, options))));
  program
    .command('backup')
    .description(words('backup'))
    .requiredOption('--out <file>', words('option.backup'))
    .addOption(db())
    .action((options: BackupOptions) => finish(import('./backup.ts').then(({ backup }) => backup(terminal, options))));
  program
    .command('restore')
    .argument('<file>')
    .description(words('restore'))
    .addOption(db())
    .action((file: string, options: { db?: string }) => finish(import('./backup.ts').then(({ restore }) => restore(terminal, file, options))));
  program
    .command('archive')
    .description(words('archive'))
    .requiredOption('--out <file>', words('option.archive'))
    .option('--passphrase-file <file>', words('option.passphrase'))
    .addOption(db())
    .action((options: ArchiveOptions) => finish(import('./archive.ts').then(({ archive }) => archive(terminal, options))));
  program
    .command('unarchive')
    .argument('<file>')
    .description(words('unarchive'))
    .option('--passphrase-file <file>', words('option.passphrase'))
    .addOption(db())
    .action((file: string, options: UnarchiveOptions) => finish(import('./archive.ts').then(({ unarchive }) => unarchive(terminal, file, options))));
  program
    .command('verify')
    .description(words('verify'))
    .addOption(db())
    .action((options: VerifyOptions) => finish(import('./doctor.ts').then(({ verify }) => verify(terminal, options))));
  program
    .command('doctor')
    .description(words('doctor'))
    .option('--repair', words('option.repair'))
    .addOption(db())
    .action((options: DoctorOptions) => finish(import('./doctor.ts').then(({ doctor }) => doctor(terminal, options))));
  return program;
}
