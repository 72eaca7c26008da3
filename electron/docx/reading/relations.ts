/** The relationships of a part: what it points to inside the file. What lies outside is never followed. */
import { posix } from 'node:path';
import type { WordPackage } from './package.ts';
import { children } from './xml.ts';

export interface Relation {
  /** The last word of its type: 'image', 'hyperlink', 'header'. */
  type: string;
  /** The name of a part, or what an external one says. */
  target: string;
  external: boolean;
}

/** The relationships of a part by their id; of the package itself for ''. */
export function relationsOf(file: Pick<WordPackage, 'xml'>, part: string): Map<string, Relation> {
  const { dir, base } = posix.parse(part);
  const relations = new Map<string, Relation>();
  for (const { attributes } of children(file.xml(posix.join(dir, '_rels', `${base}.rels`)), 'Relationship')) {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode = '' } = attributes;
    const external = mode === 'External';
    relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: external ? target : posix.resolve('/', dir, target).slice(1), external });
  }
  return relations;
}

/** The first relationship of a type. */
export const relationTo = (relations: ReadonlyMap<string, Relation>, type: string): Relation | undefined =>
  [...relations.values()].find((one) => one.type === type && !one.external);
