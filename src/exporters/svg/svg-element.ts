import { toXmlText } from '#core/exporters/encode/xml-text.ts';

/** The elements that a picture may hold; nothing that runs, loads or styles is among them. */
export type SvgTag =
  | 'svg'
  | 'g'
  | 'rect'
  | 'path'
  | 'line'
  | 'circle'
  | 'text'
  | 'tspan'
  | 'title'
  | 'desc'
  | 'marker'
  | 'defs';

/** Attributes: numbers in map units with at most two decimals, or our own words. Never a name of an estate, an address or a style. */
export type SvgAttributes = Readonly<Record<string, string | number>>;

/** A finished piece of markup: only `element` and `textOf` make one. */
export interface Svg {
  readonly markup: string;
}

/** A number as it stands in a picture: at most two decimals, the same on every machine. */
export function toSvgNumber(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The content of an element: any text, shown as just these characters. */
export function textOf(text: string): Svg {
  return { markup: toXmlText(text) };
}

/** An element with its attributes and what stands inside. */
export function element(tag: SvgTag, attributes: SvgAttributes, ...inside: readonly Svg[]): Svg {
  const words = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? toSvgNumber(value) : toXmlText(value)}"`)
    .join('');
  const content = inside.map((each) => each.markup).join('');
  return { markup: content === '' ? `<${tag}${words}/>` : `<${tag}${words}>${content}</${tag}>` };
}
