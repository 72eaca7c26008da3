import { sectionEditor } from '../section.ts';

export const event = sectionEditor('event');
