import type { Pen } from '#canvas/draw-boxes.ts';

/** A pen that draws nothing and counts what it was asked to draw, by name; `watch` hears of each call. */
export function countingPen(watch: (name: string, words: readonly unknown[]) => void = () => {}): {
  readonly pen: Pen;
  readonly counts: Map<string, number>;
} {
  const counts = new Map<string, number>();
  const values = new Map<string, unknown>();
  const pen: unknown = new Proxy(
    {},
    {
      get: (_, name) => {
        if (values.has(String(name))) return values.get(String(name));
        return (...words: unknown[]) => {
          counts.set(String(name), (counts.get(String(name)) ?? 0) + 1);
          watch(String(name), words);
          return name === 'measureText' ? { width: String(words[0]).length * 7 } : undefined;
        };
      },
      set: (_, name, value) => {
        values.set(String(name), value);
        return true;
      },
    },
  );
  // A stand-in of a large interface of the browser: what is not counted is not used.
  return { pen: pen as Pen, counts };
}
