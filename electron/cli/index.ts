#!/usr/bin/env node
/** The command line host. */
import { languageOfShell } from '#electron/host/language.ts';
import { run } from './program.ts';

// `minutebook list | head` closes the pipe early, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await run(process.argv.slice(2), {
  language: languageOfShell(),
  print: (text) => process.stdout.write(`${text}\n`),
  tell: (text) => process.stderr.write(`${text}\n`),
  interrupted(stop) {
    process.once('SIGINT', stop);
    return () => void process.off('SIGINT', stop);
  },
});
