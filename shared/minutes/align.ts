import { z } from 'zod';

/** How the lines of a paragraph stand. Absent = as the layout has it. */
export const alignSchema = z.enum(['start', 'center', 'end', 'justify']);
export type Align = z.infer<typeof alignSchema>;
