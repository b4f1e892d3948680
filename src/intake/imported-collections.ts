import type { CollectionName } from '#core/model/plan.ts';

/** The collections that an import writes. */
export const importedCollections = [
  'nodes',
  'dependencies',
  'parties',
  'duties',
  'questions',
  'dispositions',
  'phases',
  'changes',
] as const satisfies readonly CollectionName[];

/** One of `importedCollections`. */
export type ImportedCollection = (typeof importedCollections)[number];
