/** A register as a file: what is shown, as Excel or CSV. */
import writeXlsx, { type SheetData } from 'write-excel-file/node';
import type { Language } from '#shared/language.ts';
import { registers as strings } from '#shared/locale/registers.ts';
import { harmless, type Table, tableOf, tableToCsv } from '#shared/registers/table.ts';
import { ok, type Result } from '#shared/result.ts';
import type { FileContent } from '#shared/rpc/schemas.ts';
import type { Services } from '../services.ts';
import { type Asked, linesFor, type Order } from './index.ts';

type Format = 'xlsx' | 'csv';

const types: Readonly<Record<Format, string>> = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv;charset=utf-8' };

/** A sheet holds 1,048,576 rows; a cell 32,767 characters. */
const most = { rows: 1_048_000, characters: 32_000 };

/** The lines that the filters leave as a file, and the name to offer it under. */
export async function render(
  services: Services,
  { order, format, language, ...asked }: Asked & { order: Order | null; format: Format; language: Language },
): Promise<Result<{ name: string; file: FileContent }>> {
  const { lines } = linesFor(services, asked, order);
  const table = tableOf(asked.register, lines, language, asked.today);
  const content = format === 'csv' ? tableToCsv(table) : await tableToXlsx(table);
  const name = `${strings[language].title}_${table.name}_${asked.today.replaceAll('-', '')}.${format}`;
  return ok({ name, file: new Blob([content], { type: types[format] }) });
}

/** Every cell is text, so that nothing in it is carried out and no number loses a zero. */
async function tableToXlsx({ name, heads, widths, rows }: Table): Promise<Uint8Array<ArrayBuffer>> {
  const head = heads.map((text) => ({ value: text, type: String, fontWeight: 'bold' as const }));
  const body = rows.slice(0, most.rows).map((row) => row.map((text) => ({ value: harmless(text).slice(0, most.characters), type: String, wrap: true })));
  const sheet = writeXlsx([head, ...body] as SheetData, { sheet: name, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 });
  return new Uint8Array(await sheet.toBuffer());
}
