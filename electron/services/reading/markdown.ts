/** Markdown, read as the page that it describes. */
import { marked } from 'marked';
import { htmlSource } from './html.ts';
import type { Source } from './source.ts';

/** The text of a Markdown file; a line that somebody ended by hand stays a line. */
export const markdownSource = (text: string): Source => htmlSource(marked.parse(withoutFront(text), { async: false, gfm: true, breaks: true }));

/** Without the data that some programs put before the text. */
const withoutFront = (text: string): string => text.replace(/^---\n[\s\S]{0,5000}?\n---\n/, '');
