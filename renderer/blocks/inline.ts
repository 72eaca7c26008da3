/** Runs of text ↔ the children of a text block. */
import { $createLinkNode, $isLinkNode } from '@lexical/link';
import {
  $createLineBreakNode,
  $createTextNode,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type TextFormatType,
  type TextNode,
} from 'lexical';
import { type Inline, type Mark, marks, type TextRun, textRunSchema } from '#shared/minutes/inline.ts';
import { $createBlankNode, $isBlankNode, blankLabelState } from './blank-node.ts';
import { $createMentionNode, $isMentionNode, $mentioned } from './mention-node.ts';

/** The name that the editor's text formats give each mark. */
export const markFormats: Readonly<Record<Mark, TextFormatType>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  superscript: 'superscript',
  subscript: 'subscript',
  highlight: 'highlight',
};

/** Nodes for inline content, to be appended to a text block. */
export function $inlineNodes(inline: readonly Inline[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  for (const part of inline) {
    if (part.type === 'break') nodes.push($createLineBreakNode());
    else if (part.type === 'blank') nodes.push($createBlankNode(part.label));
    else if (part.link === undefined) nodes.push(...$textNodes(part));
    else {
      const last = nodes.at(-1);
      const link = $isLinkNode(last) && last.getURL() === part.link ? last : $createLinkNode(part.link);
      if (link !== last) nodes.push(link);
      link.append(...$textNodes(part));
    }
  }
  return nodes;
}

function $textNodes(run: TextRun): LexicalNode[] {
  if (run.person !== undefined && run.text !== '') return [$marked($createMentionNode(run.text, run.person), run)];
  return run.text.split('\n').flatMap((line, index) => {
    const text = $marked($createTextNode(line), run);
    const nodes: LexicalNode[] = line === '' ? [] : [text];
    return index === 0 ? nodes : [$createLineBreakNode(), ...nodes];
  });
}

function $marked<Node extends TextNode>(node: Node, run: TextRun): Node {
  for (const mark of run.marks ?? []) node.toggleFormat(markFormats[mark]);
  return node;
}

/** The inline content of a text block as it is stored: marks in their order, equal neighbours joined. */
export function $readInline(element: ElementNode): Inline[] {
  const inline: Inline[] = [];
  $readInto(inline, element, undefined);
  return inline;
}

function $readInto(inline: Inline[], element: ElementNode, link: string | undefined): void {
  for (let node = element.getFirstChild(); node; node = node.getNextSibling()) {
    if ($isBlankNode(node)) inline.push({ type: 'blank', label: $getState(node, blankLabelState) });
    else if ($isLineBreakNode(node)) inline.push({ type: 'break' });
    else if ($isTextNode(node)) pushRun(inline, $run(node, link));
    else if ($isLinkNode(node)) $readInto(inline, node, storable(node.getURL()));
    else if ($isElementNode(node)) $readInto(inline, node, link);
  }
}

/** Addresses that the record does not keep (a file of this computer, a script) leave their text alone. */
function storable(url: string): string | undefined {
  return textRunSchema.shape.link.safeParse(url).success ? url : undefined;
}

function $run(node: TextNode, link: string | undefined): TextRun {
  const carried = marks.filter((mark) => node.hasFormat(markFormats[mark]));
  return {
    type: 'text',
    text: node.getTextContent(),
    ...(carried.length > 0 && { marks: carried }),
    ...(link !== undefined && { link }),
    ...($isMentionNode(node) && { person: $mentioned(node) }),
  };
}

function pushRun(inline: Inline[], run: TextRun): void {
  if (run.text === '') return;
  const last = inline.at(-1);
  const isText = last?.type === 'text' && last.person === undefined && run.person === undefined;
  if (isText && last.link === run.link && last.marks?.join() === run.marks?.join()) last.text += run.text;
  else inline.push(run);
}
