/** The parts of the interface that have words of their own; i18next knows them as namespaces. */
import { app } from '#shared/locale/app.ts';
import { dialogs } from '#shared/locale/dialogs.ts';
import { exporting } from '#shared/locale/export.ts';
import { inspector } from '#shared/locale/inspector.ts';
import { library } from '#shared/locale/library.ts';
import { palette } from '#shared/locale/palette.ts';
import { saving } from '#shared/locale/saving.ts';
import { settings } from '#shared/locale/settings.ts';
import { status } from '#shared/locale/status.ts';

export const parts = { app, dialogs, exporting, inspector, library, palette, saving, settings, status } as const;

export type Part = keyof typeof parts;
export type TextKey<P extends Part> = keyof (typeof parts)[P]['zh-Hant'] & string;
