#!/usr/bin/env node
/** The command line host. */
import { enableCompileCache } from 'node:module';
import { languageOfShell } from '#electron/host/language.ts';
import { cacheFolder } from '#electron/host/places.ts';

// Most of a command is Node reading the program. What it made of it is kept for the next time, where only this user writes;
// the worker of the store is told by the environment.
process.env['NODE_COMPILE_CACHE'] ??= cacheFolder();
enableCompileCache();

// `minutebook list | head` closes the pipe early, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

// Only what is loaded from here on is kept.
const { run } = await import('./program.ts');
process.exitCode = await run(process.argv.slice(2), {
  language: languageOfShell(),
  print: (text) => process.stdout.write(`${text}\n`),
  tell: (text) => process.stderr.write(`${text}\n`),
  interrupted(stop) {
    process.once('SIGINT', stop);
    return () => void process.off('SIGINT', stop);
  },
});
