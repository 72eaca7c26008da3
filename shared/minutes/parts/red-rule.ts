import type { Part } from './part.ts';

/** 紅色分隔線: as wide as the type area. */
export const redRule: Part = () => [{ type: 'paragraph', style: 'redRule', runs: [] }];
