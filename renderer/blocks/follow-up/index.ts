import { sectionEditor } from '../section.ts';

export const followUp = sectionEditor('followUp');
