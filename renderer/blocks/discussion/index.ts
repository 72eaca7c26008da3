import { sectionEditor } from '../section.ts';

export const discussion = sectionEditor('discussion');
