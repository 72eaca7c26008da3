import { sectionEditor } from '../section.ts';

export const report = sectionEditor('report');
