import { sectionEditor } from '../section.ts';

export const annexes = sectionEditor('annexes');
