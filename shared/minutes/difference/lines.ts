/** A record as lines that can be compared, in the words of its own paper. */
import type { Script } from '../../language.ts';
import { formatPeriod } from '../../text/dates.ts';
import { type Block, isSectionKind, type Section, sections } from '../blocks/index.ts';
import type { MinutesDocument } from '../document.ts';
import { headLabel } from '../head.ts';
import type { Meta } from '../meta.ts';
import { attendanceWords, personName } from '../roster.ts';
import { type AnySection, type SectionBlock, sectionData } from '../section.ts';
import { blockText } from '../text.ts';

/** What the head says, a line for each thing that it says. */
export function headLines(meta: Meta): string[] {
  const { region, script, term: cycle, session, start, end } = meta;
  const labelled = (line: Parameters<typeof headLabel>[0], text: string): string => text && `${headLabel(line, region, script)}：${text}`;
  const count = [cycle && `第${cycle}${script === 'Hant' ? '屆' : '届'}`, session && `第${session}次`].filter(Boolean).join('');
  return [
    meta.title,
    meta.organisation,
    meta.body,
    count,
    labelled('documentNumber', meta.documentNumber),
    labelled('time', start ? formatPeriod(start, end, region, script) : ''),
    labelled('place', meta.place),
    labelled('chair', meta.chair),
    labelled('recorder', meta.recorder),
  ].filter((line) => line !== '');
}

/** The people of the roster, one a line: 「列席　市園林局方若蘭副局長」. */
export const rosterLinesOf = ({ roster, meta }: Pick<MinutesDocument, 'roster' | 'meta'>): string[] =>
  roster.map((person) => `${attendanceWords[person.attendance][meta.script]}　${personName(person)}`);

/** The text of a block; of a section each field with what it is called, and the choices that were made. */
export function blockLines(block: Block, script: Script): string[] {
  if (!isSection(block)) return blockText(block);
  const language = script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
  const { fields, choices } = (sections[block.kind] as unknown as AnySection).section;
  const section: SectionBlock & Pick<Section, 'kind'> = block;
  return [
    section.heading ?? '',
    ...Object.entries(fields).map(([name, { label }]) => (section.fields[name] ? `${label[language]}：${section.fields[name]}` : '')),
    ...Object.entries(choices).map(([name, { label, options, initial }]) => {
      const value = section.values[name];
      return value === undefined || value === initial ? '' : `${label[language]}：${options[value]?.[language] ?? value}`;
    }),
    ...section.body.flatMap(blockText),
    ...dataLines(section),
  ].filter((line) => line !== '');
}

function dataLines(block: SectionBlock & Pick<Section, 'kind'>): string[] {
  const definition = sections[block.kind] as unknown as AnySection;
  return definition.section.data?.toText(sectionData(definition, block)) ?? [];
}

const isSection = (block: Block): block is Section => isSectionKind(block.kind);
