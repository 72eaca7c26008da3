/** 登記簿: the registers, the numbers of decisions, the history of a matter. */
import type { Register } from '#shared/registers/entries.ts';
import { isDecision, matterOf } from '../registers/decision.ts';
import { numberDecisions } from '../registers/numbering.ts';
import type { CommandDeed } from './command.ts';
import { sectionAt } from './deed.ts';

const show = (register: Register): CommandDeed => ({
  active: ({ app }) => app.getState().register === register,
  run: ({ app }) => app.getState().set({ register: app.getState().register === register ? null : register }),
});

export const registerDeeds = {
  'registers.decisions': show('decisions'),
  'registers.actions': show('actions'),
  'registers.elections': show('elections'),
  'registers.number': {
    enabled: ({ session, app }) => session !== null && !app.getState().health?.readOnly,
    run: (context) => numberDecisions(context),
  },
  'registers.history': {
    enabled: (context) => isDecision(sectionAt(context)),
    run: (context) => {
      const block = sectionAt(context);
      const { session, app } = context;
      if (session && block) app.getState().set({ dialog: { kind: 'matterHistory', ...matterOf(session, block) } });
    },
  },
} satisfies Record<string, CommandDeed>;
