import { sectionEditor } from '../section.ts';

export const speech = sectionEditor('speech');
