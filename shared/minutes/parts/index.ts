/** What a layout puts around the text of a record, each part by its name. */
import type { PartName } from '../../layouts/layout.ts';
import { addressee } from './addressee.ts';
import { attendance } from './attendance.ts';
import { data } from './data.ts';
import { grade } from './grade.ts';
import { imprint } from './imprint.ts';
import { lead } from './lead.ts';
import { mark } from './mark.ts';
import { masthead } from './masthead.ts';
import { number } from './number.ts';
import type { Part } from './part.ts';
import { particulars } from './particulars.ts';
import { redRule } from './red-rule.ts';
import { signing } from './signing.ts';
import { signature } from './signature.ts';
import { title } from './title.ts';

export const parts: Readonly<Record<PartName, Part>> = { grade, mark, number, masthead, redRule, title, data, addressee, lead, attendance, signature, imprint, particulars, signing };
