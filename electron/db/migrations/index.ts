import { meetings } from './001-meetings.ts';
import { versions } from './002-versions.ts';
import { cards } from './003-cards.ts';

/** The ladder of the schema, up only: step n leads to `user_version` n. A step that was released never changes. */
export const migrations: readonly string[] = [meetings, versions, cards];
