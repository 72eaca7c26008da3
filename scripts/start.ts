/**
 * `npm start`: builds what is stale and opens the program: the desktop window, or the browser host where Electron is
 * not there and cannot be fetched.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { languageOfShell } from '#electron/host/language.ts';
import { databasePath, projectFolder } from '#electron/host/places.ts';
import { sandboxArguments } from '#electron/host/browsers.ts';
import { hasScreen } from '#electron/loopback/window.ts';
import { languageSchema, type Language } from '#shared/language.ts';
import { hostStrings } from '#shared/locale/hosts.ts';
import { runBrowserHost } from './start/browser.ts';
import { build, isStale } from './start/build.ts';
import { electronPath, fetchElectron } from './start/electron.ts';

const usage = 'npm start -- [--browser] [--no-open] [--port N] [--db PATH] [--lang zh-Hant|zh-Hans|en]';

interface Asked {
  database: string;
  language: Language;
  /** Straight to the browser host. */
  browser: boolean;
  open: boolean;
  port: number;
}

function asked(args: string[]): Asked | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string' },
        db: { type: 'string' },
        lang: { type: 'string' },
      },
    });
    const port = Number(values.port ?? 0);
    const language = languageSchema.safeParse(values.lang ?? languageOfShell());
    if (!Number.isInteger(port) || port < 0 || port > 65_535 || !language.success) return null;
    return {
      database: databasePath(values.db),
      language: language.data,
      browser: values.browser || values['no-open'] || values.port !== undefined,
      open: !values['no-open'],
      port,
    };
  } catch {
    return null;
  }
}

/** The desktop's exit code, or null where there is no desktop to start. */
async function runDesktop(project: string, { database, language }: Asked): Promise<number | null> {
  if (!hasScreen()) return null;
  if (!electronPath(project)) {
    console.log(hostStrings[language]['start.fetching']);
    if (!(await fetchElectron(project))) return null;
  }
  const program = electronPath(project);
  if (!program) return null;
  return new Promise((done) => {
    const child = spawn(program, [...sandboxArguments(), project, `--lang=${language}`], {
      stdio: 'inherit',
      env: { ...process.env, MINUTEBOOK_DB: database },
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.once('error', () => done(null));
    // 127: a library of the system that Electron needs is missing.
    child.once('exit', (code) => done(code === 127 ? null : (code ?? 1)));
  });
}

async function main(): Promise<number> {
  const options = asked(process.argv.slice(2));
  if (!options) {
    console.error(usage);
    return 2;
  }
  const project = projectFolder();
  const words = hostStrings[options.language];
  if (isStale(project)) {
    console.log(words['start.building']);
    if (!build(project)) {
      console.error(words['start.buildFailed']);
      return 1;
    }
  }
  if (!options.browser) {
    const code = await runDesktop(project, options);
    if (code !== null) return code;
    console.log(words['start.noDesktop']);
  }
  return runBrowserHost({ databasePath: options.database, port: options.port, language: options.language, open: options.open });
}

process.exitCode = await main();
