/** 草稿 → 送核 → 定稿 → 已確認, and 更正. */
import { withAgendaSections } from '#shared/minutes/agenda-sections.ts';
import { correctionUnderway, isLocked, nextStages, sealingStep, type Stage, stageOf } from '#shared/minutes/stage.ts';
import { text } from '../i18n/i18n.ts';
import { copyText } from '../stages/copy-text.ts';
import { dropCorrection, finishCorrection, likelyBy, takeStep } from '../stages/steps.ts';
import type { CommandContext, CommandDeed } from './command.ts';

const metaOf = ({ session }: CommandContext) => session?.view.getState().meta ?? null;

const isUnderway = (context: CommandContext): boolean => {
  const meta = metaOf(context);
  return meta !== null && correctionUnderway(meta) !== null;
};

const canGo = (context: CommandContext, stage: Stage): boolean => {
  const meta = metaOf(context);
  return meta !== null && nextStages[stageOf(meta)].includes(stage) && !isUnderway(context);
};

const asks = (stage: Exclude<Stage, 'draft'>): CommandDeed => ({
  enabled: (context) => canGo(context, stage),
  run: ({ app }) => app.getState().set({ dialog: { kind: 'stage', stage } }),
});

export const stageDeeds = {
  'record.submit': asks('submitted'),
  'record.backToDraft': {
    enabled: (context) => canGo(context, 'draft'),
    run: async (context) => {
      const meta = metaOf(context);
      if (meta) await takeStep(context, 'draft', likelyBy(meta));
    },
  },
  'record.finalise': asks('final'),
  'record.confirm': asks('confirmed'),
  'record.correct': {
    enabled: (context) => isLocked(metaOf(context) ?? {}),
    run: ({ app }) => app.getState().set({ dialog: { kind: 'correct' } }),
  },
  'record.finishCorrection': { enabled: isUnderway, run: (context) => finishCorrection(context) },
  'record.dropCorrection': { enabled: isUnderway, run: (context) => dropCorrection(context) },
  'record.copySeal': {
    enabled: (context) => sealingStep(metaOf(context) ?? {}) !== null,
    run: (context) => {
      const seal = sealingStep(metaOf(context) ?? {})?.seal;
      if (seal && copyText(seal)) context.app.getState().toast({ text: text('stages', 'copied') });
    },
  },
  'record.fromAgenda': {
    enabled: ({ session }) => session?.view.getState().sections.some(({ kind }) => kind === 'agenda') ?? false,
    run: ({ session, app }) => {
      if (!session || session.isComposing()) return;
      const document = session.document();
      const made = withAgendaSections(document);
      const { toast } = app.getState();
      if (made === document) return void toast({ text: text('stages', 'agenda.nothing') });
      session.put(made);
      const first = made.blocks.find(({ id }) => !document.blocks.some((block) => block.id === id));
      if (first) session.jumpTo(first.id);
      toast({ text: text('stages', 'agenda.done'), action: { label: text('stages', 'agenda.undo'), run: () => session.undo() } });
    },
  },
  'record.draftMark': {
    enabled: (context) => metaOf(context) !== null,
    active: (context) => metaOf(context)?.draftMark !== 'none',
    run: ({ session }) => {
      const off = session?.view.getState().meta.draftMark === 'none';
      session?.setMeta({ draftMark: off ? undefined : 'none' });
    },
  },
} satisfies Record<string, CommandDeed>;
