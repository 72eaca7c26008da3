import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { votes } from '#shared/locale/votes.ts';
import { matters } from '#shared/minutes/votes/matters.ts';
import { presets } from '#shared/minutes/votes/presets.ts';
import type { VoteRule } from '#shared/minutes/votes/rule.ts';
import { startTexts } from '../i18n/i18n.ts';
import { RuleTable } from './RuleTable.tsx';

const words = votes['zh-Hant'];
const html = (rules: VoteRule[]) => renderToStaticMarkup(<RuleTable rules={rules} onChange={() => {}} />);

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  return startTexts('zh-Hant');
});

describe('the rules of a body', () => {
  it('begin empty, with the presets to choose from', () => {
    const empty = html([]);
    expect(empty).toContain(words['rules.empty']);
    for (const { label } of Object.values(presets)) expect(empty).toContain(label['zh-Hant']);
  });

  it('tell each rule in a line, and that a preset is to be checked', () => {
    const table = html(presets.twAssembly.rules);
    expect(table).toContain(matters.charter['zh-Hant']);
    expect(table).toContain('過半數出席，出席人數三分之二以上');
    expect(table).toContain(words['rule.preset']);
    expect(html(presets.twAssembly.rules.map((rule) => ({ ...rule, preset: false })))).not.toContain(words['rule.preset']);
  });

  it('say at the field what is not stated: of whom, or 以上 or 超過', () => {
    const [general] = presets.twAssembly.rules as [VoteRule];
    expect(html([general])).not.toContain(words['rules.noBase']);
    expect(html([{ ...general, base: null }])).toContain(words['rules.noBase']);
    expect(html([{ ...general, comparator: 'unresolved' }])).toContain(words['rules.unresolved']);
  });
});
