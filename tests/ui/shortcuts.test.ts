// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { isShortcut, toKeyCap, type KeyPress } from '#actions/shortcuts.ts';
import { actions } from '#actions/actions.ts';
import { findHit } from '#views/palette/find-hits.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('shortcuts', () => {
  it('tells undo from redo', () => {
    expect(isShortcut(press('z', { ctrlKey: true }), 'Mod+Z')).toBe(true);
    expect(isShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z')).toBe(false);
    expect(isShortcut(press('Z', { metaKey: true, shiftKey: true }), 'Mod+Shift+Z')).toBe(true);
  });

  it('leaves keys with another meaning alone', () => {
    expect(isShortcut(press('r', { ctrlKey: true }), 'R')).toBe(false);
    expect(isShortcut(press('m', { altKey: true }), 'M')).toBe(false);
    expect(isShortcut(press('m'), 'M')).toBe(true);
    expect(isShortcut(press('?', { shiftKey: true }), '?')).toBe(true);
  });

  it('prints them as the system does', () => {
    expect(toKeyCap('Mod+Shift+S', false)).toBe('Ctrl Shift S');
    expect(toKeyCap('Mod+K', true)).toBe('⌘K');
  });

  it('has each id and each shortcut once', () => {
    const ids = actions.map((action) => action.id);
    const keys = actions.flatMap((action) => action.shortcut ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the palette', () => {
  it('fits the start of a text better than the start of a word, and that better than the middle', () => {
    const scores = ['Move to…', 'Plan the move', 'Remove it'].map((text) => findHit(text, 'mo')?.score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(3);
  });

  it('fits words in any order and marks them where they stand', () => {
    expect(findHit('Mark for removal', 'removal mark')?.spans).toEqual([
      [0, 4],
      [9, 16],
    ]);
    expect(findHit('Mark for removal', 'removal phase')).toBeNull();
  });
});
