/** The layouts that come with the program, in the order in which they are offered. */
export const layoutIds = ['association', 'gbt9704', 'taiwan', 'hongkong'] as const;
export type LayoutId = (typeof layoutIds)[number];
