import type { Unit } from './unit.ts';

const acting =
  /(?<![\w'’-])([a-z][a-z0-9]{3,19})\s+(?:provides|formally|becomes|owns|pays|will (?:not )?(?:need|receive|provide|take|manage|handle|own|host)|manages|agrees|offers|is (?:responsible|paying)|does|can (?:do|take|provide))\b/gu;
const acted =
  /\b(?:done|owned|managed|provided|operated|hosted|handled|maintained|run) by ([a-z][a-z0-9]{3,19})\b(?!\s+(?:script|job|server|team|hand|default|staff|\w+ing))/gu;
const common =
  /^(?:this|that|they|these|those|which|what|everyone|someone|somebody|nobody|people|users?|there|here|service|server|system|team|script|software|default|hand|users|also|each|none|both|each|module|class|role|playbook|command|file|plugin|code|repo|repository|page|table|tool|then|usually|normally|currently|only|just|never|always|really|still)$/u;

/**
 * Names written without capitals that act like a company or a person ("acme provides", "done by acme"): met at least twice in
 * such a place, and never with an article before them.
 */
export function findLowerParties(units: readonly Unit[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const count = (word: string): void => {
    if (!common.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const unit of units) {
    for (const hit of unit.text.plain.matchAll(acting)) count(hit[1] ?? '');
    for (const hit of unit.text.plain.matchAll(acted)) count(hit[1] ?? '');
  }
  const found = new Set([...counts].filter(([, times]) => times >= 2).map(([word]) => word));
  if (found.size === 0) return found;
  for (const unit of units) {
    for (const hit of unit.text.plain
      .toLowerCase()
      .matchAll(/\b(?:the|a|an|our|this|your|each|any|no)\s+([a-z][a-z0-9]{3,19})\b/gu))
      found.delete(hit[1] ?? '');
  }
  return found;
}
