import type { LayoutProfile } from '#shared/layouts/layout.ts';

/** What the file says of itself. Title and creator are the record's title and organisation unless given. */
export interface DocxProperties {
  title?: string;
  creator?: string;
  subject?: string;
  keywords?: string;
}

export interface DocxOptions {
  layout: LayoutProfile;
  /** The bytes of a picture by its hash; null where the store has none. */
  asset(hash: string): Promise<Uint8Array | null>;
  properties?: DocxProperties;
}
