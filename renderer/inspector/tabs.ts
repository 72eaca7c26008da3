/** The tabs of the right pane, in their order. */
export const inspectorTabs = ['outline', 'attendance', 'section', 'blanks', 'versions'] as const;
export type InspectorTab = (typeof inspectorTabs)[number];
