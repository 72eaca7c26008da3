import { expect, test } from 'vitest';
import { type Computer, installPaperPrograms } from './paper-programs.ts';

/** A computer that notes what it is told. */
function computer({ there = false, root = true, works = true }) {
  const told: string[] = [];
  let isThere = there;
  const own: Computer = {
    isThere: () => isThere,
    isRoot: () => root,
    aptGet: (args) => {
      told.push(args.find((arg) => !arg.startsWith('-')) ?? '');
      isThere ||= works && args.includes('libreoffice-writer');
      return Promise.resolve(works);
    },
    say: (line) => told.push(line.split(' ')[0] ?? ''),
  };
  return { told, own };
}

test.each([
  ['where all is there nothing happens', { there: true }, []],
  ['what is missing is installed', {}, ['Installing', 'update', 'install']],
  ['a failure is said and holds nothing up', { works: false }, ['Installing', 'update', 'install', 'LibreOffice,']],
  ['a user who is not root is told what is missing', { root: false }, ['LibreOffice,']],
])('%s', async (_, given, expected) => {
  const { told, own } = computer(given);
  await installPaperPrograms(own);
  expect(told).toEqual(expected);
});
