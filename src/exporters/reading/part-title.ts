import type { PlanPart } from './plan-reader.ts';

/**
 * The title of a part, unique by its number: `Phase 1 · Clear out`; a name that says the number already is not doubled, and one that speaks
 * of waves stays one.
 */
export function toPartTitle(part: PlanPart): string {
  if (part.phase === null) return 'Without a phase';
  const numbered = new RegExp(`^(?:phase|wave)\\s*${part.number}(?!\\d)[\\s:·.,–-]*`, 'iu');
  const { name } = part.phase;
  const rest = name.replace(numbered, '').trim();
  const what = numbered.test(name) && /^wave/iu.test(name) ? 'Wave' : 'Phase';
  return rest === '' ? `${what} ${part.number}` : `${what} ${part.number} · ${rest}`;
}

/** The short name of a part inside a sentence: its own name, or what it is. */
export function toPartName(part: PlanPart): string {
  if (part.phase === null) return 'the changes without a phase';
  return part.phase.name.trim() === '' ? `Phase ${part.number}` : part.phase.name;
}
