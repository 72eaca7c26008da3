import type { BodyBlock } from '#shared/minutes/blocks/body.ts';

/** A picture whose file has yet to be fetched from the clipboard and kept. */
export interface Picture {
  id: string;
  kind: 'picture';
  /** The address that the source gives: data:, file:, http:. */
  source: string;
  alt: string;
}

/** What pasted HTML is read as: our own blocks, with pictures still to be kept. */
export type PastedBlock = BodyBlock | Picture;
