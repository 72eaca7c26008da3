export { changedSize, type Difference, type DifferenceState, documentDifference } from './difference.ts';
export { changedCharacters, type Piece } from './pieces.ts';
export { restoreAll, restoreEntry } from './restore.ts';
