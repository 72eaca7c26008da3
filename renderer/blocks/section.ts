/** Every kind of section has the same editor: a host with its fields in slots and its body as children. */
import { bodyBlockSchema } from '#shared/minutes/blocks/body.ts';
import { type Section, type SectionKind, sections } from '#shared/minutes/blocks/index.ts';
import { $blockId, $withId } from './block-state.ts';
import { type BlockEditor, WrongNode } from './block-editor.ts';
import { FieldNode } from '../editor/field-node.ts';
import { $createSectionNode, $fieldText, $isSectionNode, $sectionData, $sectionHeading, $sectionKind, $sectionValues, SectionNode } from '../editor/section-node.ts';

/** The editor of a kind of section. */
export function sectionEditor<Kind extends SectionKind>(kind: Kind): BlockEditor<Kind> {
  return {
    nodes: [SectionNode, FieldNode],
    $is: (node) => $isSectionNode(node) && $sectionKind(node) === kind,
    $toNode(block, context) {
      const section = block as Section;
      const node = $withId($createSectionNode(section), section.id);
      return node.append(...context.$toNodes(section.body));
    },
    $fromNode(node, context) {
      if (!$isSectionNode(node)) throw new WrongNode(kind, node);
      const names = Object.keys(sections[kind].section.fields);
      const body = context.$fromNodes(node.getChildren()).filter((block) => bodyBlockSchema.safeParse(block).success);
      const data = $sectionData(node);
      const section = {
        id: $blockId(node),
        kind,
        heading: $sectionHeading(node),
        fields: Object.fromEntries(names.map((name) => [name, $fieldText(node, name)])),
        values: $sectionValues(node),
        body,
        ...(data !== undefined && { data }),
      };
      return section as unknown as ReturnType<BlockEditor<Kind>['$fromNode']>;
    },
  };
}
