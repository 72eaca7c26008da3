/** What a layout puts around the text of a record, each part by its name. */
import type { PartName } from '../../layouts/layout.ts';
import { data } from './data.ts';
import type { Part } from './part.ts';
import { title } from './title.ts';

export const parts: Readonly<Record<PartName, Part>> = { title, data };
