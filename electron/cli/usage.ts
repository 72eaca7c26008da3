/** Help and wrong use, in the user's language: commander itself speaks English only. */
import type { Command, CommanderError } from 'commander';
import { programVersion } from '#electron/host/program.ts';
import type { Language } from '#shared/language.ts';
import { usageStrings } from '#shared/locale/cli-usage.ts';

const titles = { 'Usage:': 'title.usage', 'Arguments:': 'title.arguments', 'Options:': 'title.options', 'Commands:': 'title.commands' } as const;

const wrongs = {
  'commander.unknownCommand': 'wrong.command',
  'commander.unknownOption': 'wrong.option',
  'commander.missingArgument': 'wrong.argument',
  'commander.missingMandatoryOptionValue': 'wrong.mandatory',
  'commander.optionMissingArgument': 'wrong.value',
  'commander.invalidArgument': 'wrong.choice',
  'commander.excessArguments': 'wrong.excess',
} as const;

/** Gives the program its help in a language; the commands that are added afterwards have it too. */
export function speak(program: Command, language: Language): Command {
  const words = usageStrings[language];
  return program
    .version(programVersion(), '-V, --version', words.version)
    .helpOption('-h, --help', words.help)
    .helpCommand('help [command]', words.helpOf)
    .configureHelp({ styleTitle: (title) => (title in titles ? words[titles[title as keyof typeof titles]] : title) });
}

/** What was wrong with a use, and where the right one stands. */
export function wrongUse({ code, message }: CommanderError, language: Language): string {
  const words = usageStrings[language];
  const sentence = words[code in wrongs ? wrongs[code as keyof typeof wrongs] : 'wrong.other'];
  // The names stand in commander's own sentence, in its order.
  const named: Record<string, string> = Object.fromEntries([...message.matchAll(/'([^']*)'/g)].map(([, name = ''], at) => [at, name]));
  named['choices'] = /choices are (.*)\.$/.exec(message)?.[1] ?? '';
  return `${sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => named[name] ?? '')}${language === 'en' ? ' ' : ''}${words.see}`;
}
