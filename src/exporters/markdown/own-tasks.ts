import { readBlocks } from '#core/exporters/marked/read-blocks.ts';
import { toComparable } from '#core/exporters/marked/read-items.ts';
import type { Task } from '#core/model/task.ts';

/** The words of a line of Markdown as a person sees them. */
export function toSeenText(markdown: string): string {
  return readBlocks(markdown)[0]?.text ?? '';
}

/**
 * The task that keeps the tick of a line which Rehome wrote itself (a step, a check): it has just the words of that line.
 * Ticked in an edited report, such a line becomes a task, so that the tick is kept and shown again at the line.
 */
export function findOwnTask(tasks: readonly Task[], markdown: string): Task | undefined {
  if (tasks.length === 0) return undefined;
  const seen = toComparable(toSeenText(markdown));
  return tasks.find((task) => toComparable(task.text) === seen);
}
