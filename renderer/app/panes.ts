/** The panes of the window, as the keyboard reaches them. */

/** Below this width the inspector is a drawer. Pixels. */
export const narrowWidth = 1000;

export const isNarrow = (): boolean => window.innerWidth < narrowWidth;

const order = ['library', 'toolbar', 'text', 'inspector', 'status'] as const;
type Pane = (typeof order)[number];

const goals: Readonly<Record<Pane | 'search', string>> = {
  search: '[data-search]',
  library: '[data-pane="library"] [data-search]',
  toolbar: '[data-pane="toolbar"] [tabindex="0"]',
  text: '.register-rows, .text-place:not([hidden]) .desk [contenteditable="true"], .text-place:not([hidden]) .desk[tabindex]',
  inspector: '[data-pane="inspector"] [role="tab"][aria-selected="true"]',
  status: '[data-pane="status"] button:not(:disabled)',
};

/** Puts the focus into a pane; false where it is folded away or holds nothing to focus. */
export function focusPane(pane: Pane | 'search'): boolean {
  const goal = document.querySelector<HTMLElement>(goals[pane]);
  goal?.focus();
  return goal !== null;
}

/** F6: the focus goes to the next pane that is there. */
export function focusNextPane(): void {
  const here = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
  const at = order.findIndex((pane) => pane === here);
  for (let step = 1; step <= order.length; step += 1) {
    const next = order[(at + step) % order.length];
    if (next && focusPane(next)) return;
  }
}
