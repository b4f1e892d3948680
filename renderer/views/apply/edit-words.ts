import type { ReportEdit } from '#core/intake/markdown-edits/review-types.ts';
import { applyText as text } from '#text/apply.ts';

/** An edit as its row says it: what it is about, what it becomes, what it was (`null` where that says nothing). */
export interface EditWords {
  readonly head: string;
  readonly value: string;
  readonly was: string | null;
}

/** A value of a field as a person reads it. */
export function toShownValue(field: string, value: string): string {
  if (field === 'done') return value === 'x' ? text.done : text.notDone;
  return value === '' ? text.nothing : value;
}

/** The words of an edit in the review. */
export function toEditWords({ title, field, before, after }: ReportEdit): EditWords {
  if (field === 'new') return { head: text.newTask, value: after, was: null };
  if (field === 'gone') return { head: title, value: text.crossedOut, was: null };
  if (field === 'done') return { head: title, value: toShownValue(field, after), was: null };
  const was = text.was(toShownValue(field, before));
  return { head: `${title}: ${text.fields[field] ?? field}`, value: toShownValue(field, after), was };
}
