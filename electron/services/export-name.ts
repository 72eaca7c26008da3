import type { Meta } from '#shared/minutes/meta.ts';
import type { ExportFormat } from '#shared/rpc/schemas.ts';

export const exportName = (meta: Meta, format: ExportFormat): string => `${meta.title}.${format}`;
