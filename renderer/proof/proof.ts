import type { ExportOptions } from '#shared/export/options.ts';
import type { FileContent } from '#shared/rpc/schemas.ts';
import type { AppStore, Toast } from '../app/state.ts';
import { text } from '../i18n/i18n.ts';

/** 查看檢核: what the notice of an exported Word file offers. */
export const proofOf = (app: AppStore, options: ExportOptions, file: FileContent): Toast['action'] => ({
  label: text('proof', 'show'),
  run: () => app.getState().set({ dialog: { kind: 'proof', options, file } }),
});
