import { useStore } from 'zustand';
import { asked } from '../commands/question.ts';
import { PictureWindow } from '../images/PictureWindow.tsx';
import { LinkWindow } from '../links/LinkWindow.tsx';
import { EncodingDialog } from '../paste/EncodingDialog.tsx';
import { RepairDialog } from '../paste/RepairDialog.tsx';
import { NamesDialog } from '../roster/NamesDialog.tsx';
import { TableWindow } from '../table-tools/TableWindow.tsx';
import { BlankWindow } from './BlankWindow.tsx';

/** Shows the question that a command asks, if one does. */
export function Questions() {
  const { question, at } = useStore(asked);
  switch (question?.kind) {
    case undefined:
      return null;
    case 'link':
      return <LinkWindow question={question} at={at} />;
    case 'blank':
      return <BlankWindow question={question} at={at} />;
    case 'table':
      return <TableWindow question={question} at={at} />;
    case 'picture':
      return <PictureWindow question={question} at={at} />;
    case 'names':
      return <NamesDialog question={question} />;
    case 'encoding':
      return <EncodingDialog question={question} />;
    case 'repair':
      return <RepairDialog question={question} />;
  }
}
