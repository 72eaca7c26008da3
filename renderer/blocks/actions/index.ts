import { sectionEditor } from '../section.ts';

export const actions = sectionEditor('actions');
