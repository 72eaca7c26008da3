import { sectionEditor } from '../section.ts';

export const lecture = sectionEditor('lecture');
