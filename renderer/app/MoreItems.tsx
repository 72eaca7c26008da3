import { Menu } from '@base-ui/react/menu';
import { ChevronRight } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';

interface MoreItemsProps<Id extends string> {
  label: string;
  /** The class of the place in front of a label, where other items have their tick. */
  tick: string;
  /** Groups are parted by a line. */
  groups: readonly (readonly Id[])[];
  item(id: Id): ReactNode;
  /** Where the focus goes when the menu closes; absent = where the menu leaves it. */
  finalFocus?(): HTMLElement | null | boolean;
}

/** An item of a menu that opens a menu of its own: with the pointer, with Enter, or with the right arrow. */
export function MoreItems<Id extends string>({ label, tick, groups, item, finalFocus }: MoreItemsProps<Id>) {
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className="menu-item">
        <span className={tick} />
        {label}
        <ChevronRight className="menu-more" aria-hidden />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={2} alignOffset={-5}>
          <Menu.Popup className="menu-popup" {...(finalFocus && { finalFocus })}>
            {groups.map((ids, index) => (
              <Fragment key={ids[0]}>
                {index > 0 && <Menu.Separator className="menu-separator" />}
                {ids.map(item)}
              </Fragment>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}
