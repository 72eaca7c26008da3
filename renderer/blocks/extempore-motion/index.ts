import { sectionEditor } from '../section.ts';

export const extemporeMotion = sectionEditor('extemporeMotion');
