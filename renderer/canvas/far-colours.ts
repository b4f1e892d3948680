/** The colours and faces of the theme that the far picture is drawn in. */
export interface FarColours {
  readonly provider: string;
  readonly site: string;
  readonly node: string;
  readonly line: string;
  readonly accent: string;
  readonly text: string;
  readonly faint: string;
  readonly soft: string;
  readonly edge: string;
  readonly grid: string;
  readonly retain: string;
  readonly move: string;
  readonly merge: string;
  readonly remove: string;
  readonly add: string;
  readonly unknown: string;
  readonly error: string;
  readonly warning: string;
  readonly mono: string;
  readonly sans: string;
}

/** Reads the theme's colours where an element stands. */
export function readColours(element: Element): FarColours {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    provider: read('--map-provider'),
    site: read('--map-site'),
    node: read('--map-node'),
    line: read('--hairline-strong'),
    accent: read('--accent'),
    text: read('--text-1'),
    faint: read('--text-3'),
    soft: read('--text-2'),
    edge: read('--edge'),
    grid: read('--map-grid'),
    retain: read('--retain'),
    move: read('--move'),
    merge: read('--merge'),
    remove: read('--remove'),
    add: read('--add'),
    unknown: read('--unknown'),
    error: read('--error'),
    warning: read('--warning'),
    mono: read('--font-mono'),
    sans: read('--font-ui'),
  };
}
