import { sectionEditor } from '../section.ts';

export const heardReport = sectionEditor('heardReport');
