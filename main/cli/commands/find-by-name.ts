import { sortedBy } from '#core/base/compare.ts';
import { lookupText } from '#main/cli/command-text.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The record that an id or a name means: exactly, else without regard to case. Unknown and ambiguous names are refused. */
export function findByName<T extends Named>(what: string, rows: Iterable<T>, wanted: string): Outcome<T> {
  const all = sortedBy(rows, (row) => row.id);
  const byId = all.find((row) => row.id === wanted);
  if (byId !== undefined) return { ok: true, value: byId };
  const exact = all.filter((row) => row.name === wanted);
  const found =
    exact.length > 0 ? exact : all.filter((row) => row.name.toLowerCase() === wanted.toLowerCase());
  const [first] = found;
  if (first === undefined) {
    return refuse(lookupText.unknown(what, wanted, all.map((row) => row.name).join(', ')));
  }
  if (found.length === 1) return { ok: true, value: first };
  return refuse(lookupText.ambiguous(what, wanted, found.map((row) => row.id).join(', ')));
}
