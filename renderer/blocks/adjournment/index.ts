import { sectionEditor } from '../section.ts';

export const adjournment = sectionEditor('adjournment');
