import { toPlainLine } from '#core/exporters/encode/plain-line.ts';
import type { NotFitted } from '#core/exporters/contract.ts';

/** Collects, while a format is written, what it has no place for. */
export interface Loss {
  /** One value of a field that did not fit; `example` names the thing that it belongs to. */
  readonly add: (field: string, example: string) => void;
  /** All of them, field by field in the order in which they first came up. */
  readonly toNotFitted: () => readonly NotFitted[];
}

const mostExamples = 5;
const mostCharacters = 60;

function shorten(text: string): string {
  const signs = Array.from(toPlainLine(text));
  return signs.length <= mostCharacters ? signs.join('') : `${signs.slice(0, mostCharacters - 1).join('')}…`;
}

/** An empty list of losses. Each field keeps the first five different examples. */
export function makeLoss(): Loss {
  const fields = new Map<string, { count: number; examples: string[] }>();
  return {
    add: (field, example) => {
      const known = fields.get(field) ?? { count: 0, examples: [] };
      fields.set(field, known);
      known.count += 1;
      const words = shorten(example);
      if (known.examples.length < mostExamples && words !== '' && !known.examples.includes(words)) {
        known.examples.push(words);
      }
    },
    toNotFitted: () => [...fields].map(([field, { count, examples }]) => ({ field, count, examples })),
  };
}
