import { sectionEditor } from '../section.ts';

export const introduction = sectionEditor('introduction');
