import { sectionEditor } from '../section.ts';

export const election = sectionEditor('election');
