/** The parts of the interface that have words of their own; i18next knows them as namespaces. */
import { app } from '#shared/locale/app.ts';
import { comments } from '#shared/locale/comments.ts';
import { dialogs } from '#shared/locale/dialogs.ts';
import { directory } from '#shared/locale/directory.ts';
import { exporting } from '#shared/locale/export.ts';
import { history } from '#shared/locale/history.ts';
import { image } from '#shared/locale/image.ts';
import { imports } from '#shared/locale/imports.ts';
import { inspector } from '#shared/locale/inspector.ts';
import { kit } from '#shared/locale/kit.ts';
import { layouts } from '#shared/locale/layouts.ts';
import { library } from '#shared/locale/library.ts';
import { link } from '#shared/locale/link.ts';
import { lists } from '#shared/locale/lists.ts';
import { own } from '#shared/locale/own.ts';
import { palette } from '#shared/locale/palette.ts';
import { paste } from '#shared/locale/paste.ts';
import { preview } from '#shared/locale/preview.ts';
import { proof } from '#shared/locale/proof.ts';
import { recovery } from '#shared/locale/recovery.ts';
import { registers } from '#shared/locale/registers.ts';
import { roster } from '#shared/locale/roster.ts';
import { rows } from '#shared/locale/rows.ts';
import { safety } from '#shared/locale/safety.ts';
import { saving } from '#shared/locale/saving.ts';
import { search } from '#shared/locale/search.ts';
import { settings } from '#shared/locale/settings.ts';
import { slash } from '#shared/locale/slash.ts';
import { stages } from '#shared/locale/stages.ts';
import { status } from '#shared/locale/status.ts';
import { table } from '#shared/locale/table.ts';
import { toolbar } from '#shared/locale/toolbar.ts';
import { votes } from '#shared/locale/votes.ts';

export const parts = {
  app,
  comments,
  dialogs,
  directory,
  exporting,
  history,
  image,
  imports,
  inspector,
  kit,
  layouts,
  library,
  link,
  lists,
  own,
  palette,
  paste,
  preview,
  proof,
  recovery,
  registers,
  roster,
  rows,
  safety,
  saving,
  search,
  settings,
  slash,
  stages,
  status,
  table,
  toolbar,
  votes,
} as const;

export type Part = keyof typeof parts;
export type TextKey<P extends Part> = keyof (typeof parts)[P]['zh-Hant'] & string;
