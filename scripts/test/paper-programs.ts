/** What tests measure paper with: LibreOffice, poppler, and faces that stand in for those that the layouts name. */
import { spawn } from 'node:child_process';
import { canMeasure } from '#electron/docx/testing/paper.ts';

/** Debian's packages. */
const packages = ['libreoffice-writer', 'poppler-utils', 'fonts-noto-cjk', 'fonts-arphic-ukai', 'fonts-arphic-uming', 'fonts-liberation'];
/** A mirror that does not answer must not hold up the tests. Milliseconds. */
const longest = 420_000;

export interface Computer {
  isThere(): boolean;
  /** Whether packages may be installed: root on a system that has apt-get. */
  isRoot(): boolean;
  /** Runs apt-get; whether it did what it was told. */
  aptGet(args: readonly string[]): Promise<boolean>;
  say(line: string): void;
}

const thisComputer: Computer = {
  isThere: canMeasure,
  isRoot: () => process.platform === 'linux' && process.getuid?.() === 0,
  aptGet: (args) =>
    new Promise((done) => {
      const child = spawn('apt-get', args, { stdio: 'ignore', timeout: longest, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
      child.once('error', () => done(false)).once('exit', (code) => done(code === 0));
    }),
  say: (line) => console.log(line),
};

/** Installs what is missing where that is allowed, and says so. Where it stays missing, the tests that need it are skipped. */
export async function installPaperPrograms(computer: Computer = thisComputer): Promise<void> {
  if (computer.isThere()) return;
  if (computer.isRoot()) {
    computer.say(`Installing what paper is measured with (apt-get install ${packages.join(' ')})…`);
    // An old list is better than none.
    await computer.aptGet(['-qq', 'update']);
    await computer.aptGet(['-qq', '-y', '--no-install-recommends', 'install', ...packages]);
  }
  if (!computer.isThere()) computer.say('LibreOffice, poppler or the Noto, Arphic and Liberation faces are missing: the tests that measure paper are skipped.');
}
