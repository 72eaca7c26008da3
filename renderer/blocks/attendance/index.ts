import { sectionEditor } from '../section.ts';

export const attendance = sectionEditor('attendance');
