/** The bar above the paper: what acts on the text, and nothing else. */
import { Toolbar as Base } from '@base-ui/react/toolbar';
import { Tooltip } from '@base-ui/react/tooltip';
import {
  BetweenHorizontalEnd,
  BetweenVerticalEnd,
  Bold,
  Highlighter,
  Italic,
  Link,
  List,
  Plus,
  Redo2,
  Strikethrough,
  Subscript,
  Superscript,
  Table,
  TableCellsMerge,
  TableProperties,
  TextAlignCenter,
  TextAlignEnd,
  TextAlignJustify,
  TextAlignStart,
  Underline,
  Undo2,
} from 'lucide-react';
import { commands } from '#shared/commands/commands.ts';
import { commonSections, moreSections } from '#shared/commands/menu.ts';
import { useView } from '../app/context.ts';
import type { EditorSession, SelectionView } from '../editor/session.types.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import type { TextCommand } from './deeds.ts';
import { ToolButton } from './ToolButton.tsx';
import { ToolMenu } from './ToolMenu.tsx';
import './toolbar.css';

const styleGroups: readonly (readonly TextCommand[])[] = [
  ['format.paragraph', 'format.heading1', 'format.heading2', 'format.heading3', 'format.heading4'],
  ['format.item1', 'format.item2', 'format.item3', 'format.item4', 'format.restart'],
  ['format.bullet', 'format.quote'],
];
const insertGroups: readonly (readonly TextCommand[])[] = [
  commonSections,
  ['insert.table', 'insert.image', 'insert.pageBreak'],
  ['insert.blank', 'insert.link'],
];
const alignGroups: readonly (readonly TextCommand[])[] = [['format.alignStart', 'format.alignCenter', 'format.alignEnd', 'format.alignJustify']];
const tableGroups: readonly (readonly TextCommand[])[] = [
  ['table.rowAbove', 'table.rowBelow', 'table.columnBefore', 'table.columnAfter'],
  ['table.merge', 'table.split', 'table.headerRow'],
  ['table.deleteRow', 'table.deleteColumn', 'table.deleteTable'],
];

/** The style of the lines at the caret, as its command; null for a picture, a field, or several styles. */
function styleOf({ block, level, inField }: SelectionView): TextCommand | null {
  if (inField) return null;
  switch (block) {
    case 'paragraph':
    case 'bullet':
    case 'quote':
      return `format.${block}`;
    case 'heading':
      return level && `format.heading${level}`;
    case 'item':
      return level && `format.item${level}`;
    default:
      return null;
  }
}

const alignIcons = { start: TextAlignStart, center: TextAlignCenter, end: TextAlignEnd, justify: TextAlignJustify };

/** The toolbar of an open meeting. Follows the caret, never the single letter. */
export function Toolbar({ session }: { session: EditorSession }) {
  const t = useText('toolbar');
  const language = useLanguage();
  const style = useView(session, (view) => styleOf(view.selection));
  const inField = useView(session, (view) => view.selection.inField);
  const inTable = useView(session, (view) => view.selection.inTable);
  const align = useView(session, (view) => view.selection.align);
  const AlignIcon = alignIcons[align ?? 'start'];
  return (
    <Tooltip.Provider delay={400}>
      <Base.Root className="toolbar" aria-label={t('toolbar')}>
        <Base.Group className="toolbar-group" aria-label={t('history')}>
          <ToolButton session={session} id="edit.undo" icon={Undo2} />
          <ToolButton session={session} id="edit.redo" icon={Redo2} />
        </Base.Group>
        <Base.Separator className="toolbar-line" />
        <ToolMenu
          session={session}
          label={t('style')}
          className="tool-style"
          disabled={inField}
          face={<span className="tool-style-name">{style ? commands[style].label[language] : t('style.none')}</span>}
          groups={styleGroups}
        />
        <Base.Separator className="toolbar-line" />
        <Base.Group className="toolbar-group" aria-label={t('marks')}>
          <ToolButton session={session} id="format.bold" icon={Bold} />
          <ToolButton session={session} id="format.italic" icon={Italic} />
          <ToolButton session={session} id="format.underline" icon={Underline} />
          <ToolButton session={session} id="format.strike" icon={Strikethrough} />
          <ToolButton session={session} id="format.superscript" icon={Superscript} className="toolbar-wide" />
          <ToolButton session={session} id="format.subscript" icon={Subscript} className="toolbar-wide" />
          <ToolButton session={session} id="format.highlight" icon={Highlighter} />
        </Base.Group>
        <Base.Separator className="toolbar-line" />
        <ToolMenu session={session} label={t('align')} disabled={inField} face={<AlignIcon />} groups={alignGroups} />
        <ToolButton session={session} id="format.bullet" icon={List} />
        <ToolButton session={session} id="insert.link" icon={Link} />
        <Base.Separator className="toolbar-line" />
        <ToolMenu
          session={session}
          label={t('insert')}
          face={
            <>
              <Plus />
              {t('insert')}
            </>
          }
          groups={insertGroups}
          more={moreSections}
        />
        {inTable && (
          <>
            <Base.Separator className="toolbar-line" />
            <Base.Group className="toolbar-group" aria-label={t('table')}>
              <ToolMenu session={session} label={t('table')} face={<Table />} groups={tableGroups} />
              <ToolButton session={session} id="table.rowBelow" icon={BetweenVerticalEnd} className="toolbar-wide" />
              <ToolButton session={session} id="table.columnAfter" icon={BetweenHorizontalEnd} className="toolbar-wide" />
              <ToolButton session={session} id="table.merge" icon={TableCellsMerge} className="toolbar-wide" />
              <ToolButton session={session} id="table.headerRow" icon={TableProperties} className="toolbar-wide" />
            </Base.Group>
          </>
        )}
      </Base.Root>
    </Tooltip.Provider>
  );
}
