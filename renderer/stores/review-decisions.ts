/** What was decided about a row; `later`: it waits in the plan until somebody looks. */
export type Decision = 'accept' | 'reject' | 'later';

/** Decisions by item key. */
export type Decisions = Readonly<Record<string, Decision>>;

/**
 * What leads from some decisions to others: by key what is decided then, `null`: nothing. A step of the history keeps only this; with all
 * decisions in each step the history of 20,000 rows would fill the memory.
 */
export type DecisionPatch = ReadonlyMap<string, Decision | null>;

/** The decisions after a patch. */
export function applyPatch(decisions: Decisions, patch: DecisionPatch): Decisions {
  if (patch.size === 0) return decisions;
  const next: Record<string, Decision> = { ...decisions };
  for (const [key, decision] of patch) {
    if (decision === null) delete next[key];
    else next[key] = decision;
  }
  return next;
}

/** What takes a patch of these decisions back. */
export function invertPatch(decisions: Decisions, patch: DecisionPatch): DecisionPatch {
  return new Map([...patch.keys()].map((key) => [key, decisions[key] ?? null]));
}
