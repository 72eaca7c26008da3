import { layouts } from '#shared/layouts/index.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';

const all = Object.values(layouts);
export const useLayouts = (): readonly LayoutProfile[] => all;
