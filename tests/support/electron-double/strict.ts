/** An object that says by name what it lacks, so that a test never passes because something was silently absent. */
export function strict<T extends object>(name: string, value: T): T {
  return new Proxy(value, {
    get: (target, key) => {
      const isLookedAtByLanguage =
        typeof key === 'symbol' || ['then', 'toJSON', 'default', '__esModule'].includes(key);
      if (key in target || isLookedAtByLanguage) return Reflect.get(target, key);
      throw new Error(`electron-double: ${name}.${key} is not implemented`);
    },
  });
}

/** An event that can be prevented, with the fields that a listener of this kind gets. */
export function makeEvent<T extends object>(
  fields: T,
): T & { defaultPrevented: boolean; preventDefault: () => void } {
  const event = {
    ...fields,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}

/** Writes a line that the test's log shows. */
export function complain(line: string): void {
  process.stderr.write(`[electron-double] ${line}\n`);
}
