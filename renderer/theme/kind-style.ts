/** The colour of a kind of section, for what shows that a thing is one. */
import type { CSSProperties } from 'react';
import { type BlockKind, isSectionKind, sections } from '#shared/minutes/blocks/index.ts';
import { toneOf } from '#shared/minutes/section.ts';

/** Sets `--kind`; nothing for what is not a section. */
export const kindStyle = (kind: BlockKind): CSSProperties => (isSectionKind(kind) ? ({ '--kind': `var(--tone-${toneOf(sections[kind])})` } as CSSProperties) : {});
