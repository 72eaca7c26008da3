import type { ExportReport } from '#shared/rpc/exports.ts';

/** What an export of many meetings came to. */
export interface Exported {
  /** Of the folder or the zip; null where she thought better of it. */
  name: string | null;
  report: ExportReport;
}
