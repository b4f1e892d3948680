import { workspaceText as text } from '#text/workspace.ts';
import { getBridge } from './bridge.ts';
import { showProblem, showToast } from './toast-store.ts';

/** Saves bytes to a place that the person chooses, and says so. Nothing is said when it was cancelled. */
export async function saveBytes(
  name: string,
  bytes: Uint8Array,
  toWords: (name: string) => string = text.savedAs,
): Promise<void> {
  const saved = await getBridge().saveFile({ handle: null, suggestedName: name, bytes });
  if (!saved.ok) showProblem(saved.error.message);
  else if (saved.value !== null) showToast(toWords(saved.value.name));
}

/** Saves a text as UTF-8. */
export function saveText(name: string, content: string): Promise<void> {
  return saveBytes(name, new TextEncoder().encode(content));
}
