import { sectionEditor } from '../section.ts';

export const agenda = sectionEditor('agenda');
