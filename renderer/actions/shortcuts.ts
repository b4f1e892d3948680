import { showProblem } from '#stores/toast-store.ts';
import { actionsText } from '#text/actions.ts';
import { readContext } from './action.ts';
import { actions, runAction } from './actions.ts';

const isMac = /Mac|iPhone|iPad/u.test(globalThis.navigator?.userAgent ?? '');

/** A shortcut as it is printed on a key cap: `Ctrl K`, on a Mac `⌘K`. */
export function toKeyCap(shortcut: string, mac: boolean = isMac): string {
  const parts = shortcut.split('+');
  const words: Readonly<Record<string, string>> = mac
    ? { Mod: '⌘', Shift: '⇧' }
    : { Mod: 'Ctrl', Shift: 'Shift' };
  return parts.map((part) => words[part] ?? part).join(mac ? '' : ' ');
}

/** What of a key press counts. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key press is a shortcut. */
export function isShortcut(press: KeyPress, shortcut: string): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const wantsMod = parts.includes('Mod');
  const hasMod = press.ctrlKey || press.metaKey;
  if (press.altKey || wantsMod !== hasMod) return false;
  // Signs that stand on shifted keys ("?") carry their shift in themselves.
  const isLetter = /^[A-Z]$/u.test(key);
  if ((isLetter || wantsMod) && parts.includes('Shift') !== press.shiftKey) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName);
}

/** Runs the action of a key press; true when one ran. Keys without Ctrl or Cmd belong to a text field while one is typed in. */
export function runShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented) return false;
  const action = actions.find(
    (each) =>
      each.shortcut !== null &&
      (isShortcut(event, each.shortcut) || (each.id === 'redo' && isShortcut(event, 'Mod+Y'))),
  );
  if (action === undefined) return false;
  // Function keys type nothing: they work everywhere, like those with Ctrl or Cmd.
  const isPlain = action.shortcut?.startsWith('Mod') !== true && !/^F\d+$/u.test(action.shortcut ?? '');
  const isTextUndo = action.id === 'undo' || action.id === 'redo';
  if ((isPlain || isTextUndo) && isTyping(event.target)) return false;
  if (
    isPlain &&
    event.target instanceof Element &&
    event.target.closest('[role="menu"], [role="dialog"]') !== null
  )
    return false;
  const context = readContext();
  const why = action.why(context);
  // A key that does nothing and says nothing looks like a fault.
  if (why !== null && context.screen === 'workspace') showProblem(actionsText.cannot(action.title, why));
  return runAction(action.id);
}
