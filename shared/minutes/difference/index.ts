export { changedSize, type Difference, documentDifference } from './difference.ts';
export { changedCharacters, type Piece } from './pieces.ts';
export { restoreAll, restoreEntry } from './restore.ts';
