import { expect, test } from 'vitest';
import { newMinutes } from '#shared/minutes/document.ts';
import type { Inline } from '#shared/minutes/inline.ts';
import { createSession } from '../editor/session.ts';
import { isMentioned, rewriteMentions } from '../mentions/insert.ts';

const open = (inline: Inline[]) => createSession({ ...newMinutes(), blocks: [{ id: 'para00000001', kind: 'paragraph', inline }] });
const inlineOf = (session: ReturnType<typeof open>) => {
  const [block] = session.document().blocks;
  return block && 'inline' in block ? block.inline : [];
};
const chair: Inline = { type: 'text', text: '石仲平理事長', person: 'person000001' };

test.each<[string, Inline[]]>([
  ['one between words', [{ type: 'text', text: '由' }, chair, { type: 'text', text: '主持' }]],
  ['two side by side are two', [chair, chair, { ...chair, person: 'person000002' }]],
  ['one with marks and a link', [{ ...chair, marks: ['bold', 'underline'], link: 'https://example.org' } as Inline]],
])('a mention goes through the editor and back: %s', (_name, inline) => expect(inlineOf(open(inline))).toEqual(inline));

test('a rename changes those of the person and no others, when she says so', () => {
  const other: Inline = { type: 'text', text: '石仲平理事長', person: 'person000002' };
  const session = open([chair, { type: 'text', text: '、' }, other]);
  expect(isMentioned(session.editor, 'person000001')).toBe(true);
  expect(rewriteMentions(session.editor, ['person000001'], (text) => text.replace('理事長', '顧問'))).toBe(1);
  expect(inlineOf(session)).toEqual([{ ...chair, text: '石仲平顧問' }, { type: 'text', text: '、' }, other]);
});
