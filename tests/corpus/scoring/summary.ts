import { type FactKind, factKinds } from './read-labels.ts';
import type { DocumentScore, Tally } from './score-document.ts';

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly labelled: number;
  readonly documents: number;
  /** The mean of the documents' own F1, so that one long table does not drown the rest. */
  readonly byDocument: number;
}

/** F1 of a tally; `null` when there was nothing to find and nothing was found. */
export function f1Of(tally: Pick<Tally, 'labelled' | 'met' | 'right' | 'wrong'>): number | null {
  if (tally.labelled === 0 && tally.wrong === 0) return null;
  const precision = tally.right + tally.wrong === 0 ? 0 : tally.right / (tally.right + tally.wrong);
  const recall = tally.labelled === 0 ? 0 : tally.met / tally.labelled;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Scores of one kind over documents. */
export function summarise(documents: readonly DocumentScore[], kind: FactKind): Score {
  const sum = { labelled: 0, met: 0, right: 0, wrong: 0 };
  const each: number[] = [];
  for (const { tallies } of documents) {
    const tally = tallies[kind];
    sum.labelled += tally.labelled;
    sum.met += tally.met;
    sum.right += tally.right;
    sum.wrong += tally.wrong;
    const f1 = f1Of(tally);
    if (f1 !== null) each.push(f1);
  }
  return {
    precision: sum.right + sum.wrong === 0 ? 1 : sum.right / (sum.right + sum.wrong),
    recall: sum.labelled === 0 ? 1 : sum.met / sum.labelled,
    f1: f1Of(sum) ?? 1,
    labelled: sum.labelled,
    documents: each.length,
    byDocument: each.length === 0 ? 1 : each.reduce((total, value) => total + value, 0) / each.length,
  };
}

/** How well a document was read over all kinds, 0 to 1; documents without an estate are right with at most one node. */
export function qualityOf(document: DocumentScore): number {
  if (document.none) return document.nodes <= 1 ? 1 : 1 / document.nodes;
  const values = factKinds.flatMap((kind) => f1Of(document.tallies[kind]) ?? []);
  return values.length === 0 ? 1 : values.reduce((total, value) => total + value, 0) / values.length;
}
