import { sectionEditor } from '../section.ts';

export const resolution = sectionEditor('resolution');
