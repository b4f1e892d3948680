import type { Loss } from '#core/exporters/reading/loss.ts';
import { toPlainLine } from '#core/exporters/encode/plain-line.ts';
import { isPlaceKind } from '#core/projections/map-measures.ts';
import type { MapBox } from '#core/projections/map-box.ts';
import type { NodeMark } from '#core/projections/node-marks.ts';
import { drawName, drawText } from './draw-text.ts';
import { colours } from './svg-colours.ts';
import { element, textOf, type Svg } from './svg-element.ts';

/** The sign, line and fill of each mark. */
export const markLooks = {
  move: ['→', colours.move, colours.moveTint],
  merge: ['⇒', colours.merge, colours.mergeTint],
  remove: ['−', colours.remove, colours.removeTint],
  add: ['+', colours.add, colours.addTint],
  waits: ['…', colours.remove, colours.removeTint],
  question: ['?', colours.quiet, colours.node],
} as const satisfies Readonly<Record<NodeMark['kind'], readonly [string, string, string]>>;

/** A small sign in a frame, its right and upper edge at a point; and how wide it is. */
export function drawBadge(
  sign: string,
  right: number,
  top: number,
  colour: string,
  tint: string,
): { svg: Svg; width: number } {
  const width = sign.length > 1 ? 8 + sign.length * 7 : 16;
  const box = {
    x: right - width,
    y: top,
    width,
    height: 15,
    rx: 3,
    fill: tint,
    stroke: colour,
    'stroke-width': 0.75,
  };
  const look = { size: 10.5, weight: 600, anchor: 'middle', colour } as const;
  return {
    svg: element('g', {}, element('rect', box), drawText(sign, right - width / 2, top + 11.5, look)),
    width,
  };
}

/** The marks at the right of a name, and how much room they take. */
function drawMarks(box: MapBox, right: number, top: number): { marks: Svg[]; room: number } {
  const { errors, warnings, marks } = box.state;
  const wanted: (readonly [string, string, string])[] = marks.slice(0, 3).map((mark) => {
    const [sign, colour, tint] = markLooks[mark.kind];
    return [!mark.done && mark.phase !== null ? `${sign}${mark.phase}` : sign, colour, tint];
  });
  if (errors > 0) wanted.push([errors > 1 ? `!${errors}` : '!', colours.error, colours.errorTint]);
  else if (warnings > 0)
    wanted.push([warnings > 1 ? `!${warnings}` : '!', colours.warning, colours.warningTint]);
  const drawn: Svg[] = [];
  let room = 0;
  for (const [sign, colour, tint] of wanted.toReversed()) {
    const { svg, width } = drawBadge(sign, right - room, top, colour, tint);
    drawn.push(svg);
    room += width + 3;
  }
  return { marks: drawn, room };
}

function sentenceOf(box: MapBox): Svg {
  const kind = box.kind === 'unplaced' ? 'place not known' : box.kind;
  const where = box.places.length === 0 ? '' : ` on ${box.places.map(toPlainLine).join(', ')}`;
  const phase = box.phase === null ? '' : ` in phase ${box.phase}`;
  const words =
    box.presence === 'ghost'
      ? `old place, left${phase}`
      : box.presence === 'gone'
        ? `removed${phase}`
        : box.arrival === null
          ? ''
          : `${box.arrival === 'added' ? 'new' : 'came here'}${phase}`;
  const name = toPlainLine(box.name);
  return element(
    'title',
    {},
    textOf(`${name}${name === '' ? '' : ', '}${kind}${where}${words === '' ? '' : `, ${words}`}`),
  );
}

/** Line and fill of a box: how it stands in the plan counts before what it is. */
function lookOf(box: MapBox): Record<string, string | number> {
  const plain = { fill: colours.node, stroke: colours.line, 'stroke-width': 1 };
  if (box.presence === 'ghost')
    return { ...plain, 'fill-opacity': 0.4, stroke: colours.move, 'stroke-dasharray': '4 3' };
  if (box.presence === 'gone')
    return { ...plain, fill: colours.removeTint, stroke: colours.remove, 'stroke-dasharray': '4 3' };
  if (box.state.candidate)
    return { ...plain, stroke: colours.remove, 'stroke-dasharray': '4 3', 'stroke-width': 1.25 };
  if (box.arrival === 'moved') return { ...plain, stroke: colours.move, 'stroke-width': 1.5 };
  if (box.arrival === 'added') return { ...plain, stroke: colours.add, 'stroke-width': 1.5 };
  return box.uncounted ? { ...plain, stroke: colours.unknown, 'stroke-dasharray': '4 3' } : plain;
}

/** A provider, site or host as a frame with its name and how many servers are in it. */
export function drawPlace(box: MapBox, loss: Loss): Svg {
  const { x, y, width, height } = box.rect;
  const isUnplaced = box.kind === 'unplaced';
  const look = lookOf(box);
  const fill = isUnplaced ? 'none' : box.kind === 'site' ? colours.site : colours.provider;
  const frame = {
    ...look,
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: height - 1,
    rx: box.kind === 'host' ? 5 : 9,
    ...(box.presence === 'here' ? { fill } : {}),
    ...(isUnplaced ? { stroke: colours.unknown, 'stroke-dasharray': '4 3' } : {}),
  };
  const top = y + (box.kind === 'host' ? 19 : 21);
  const { marks, room } = drawMarks(box, x + width - 8, top - 12);
  const count = box.servers > 0 ? String(box.servers) : '';
  const name = isUnplaced ? (box.places.length > 0 ? 'Region not known' : 'Place not known') : box.name;
  const space = width - 26 - room - (count === '' ? 0 : 12 + count.length * 7);
  return element(
    'g',
    {},
    sentenceOf(box),
    element('rect', frame),
    drawName(
      name,
      x + 12,
      top,
      space,
      { size: 12, weight: 600, colour: isUnplaced ? colours.words : colours.text },
      loss,
    ),
    ...(count === ''
      ? []
      : [drawText(count, x + width - 10 - room, top, { size: 11, anchor: 'end', colour: colours.quiet })]),
    ...marks,
  );
}

/** The services of a box that is not there any more. */
function drawOldRows(box: MapBox, loss: Loss): Svg[] {
  return box.rows.map((row, index) =>
    drawName(
      row.name,
      box.rect.x + 20,
      box.rect.y + 27 + index * 18 + 13,
      box.rect.width - 28,
      { size: 10.5, colour: colours.quiet },
      loss,
    ),
  );
}

/** A server with its name, or a service that stands on a place directly; its services are boxes of their own on top of it. */
export function drawServer(box: MapBox, loss: Loss): Svg {
  const { x, y, width, height } = box.rect;
  const { marks, room } = drawMarks(box, x + width - 5, y + 6);
  const isOld = box.presence !== 'here';
  const name = drawName(
    box.name,
    x + (box.kind === 'service' ? 20 : 9),
    y + 18,
    width - (box.kind === 'service' ? 26 : 15) - room,
    {
      size: 11.5,
      weight: box.kind === 'service' ? 400 : 600,
      colour: isOld ? colours.quiet : colours.text,
      struck: box.presence === 'gone',
    },
    loss,
  );
  return element(
    'g',
    {},
    sentenceOf(box),
    element('rect', { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: 5, ...lookOf(box) }),
    ...(box.kind === 'service'
      ? [element('circle', { cx: x + 11, cy: y + 14, r: 2.5, fill: colours.quiet })]
      : []),
    name,
    ...drawOldRows(box, loss),
    ...marks,
  );
}

/** A service as a row of its server. */
export function drawRow(box: MapBox, loss: Loss): Svg {
  const { x, y, width } = box.rect;
  const { marks, room } = drawMarks(box, x + width - 5, y + 1.5);
  const colour =
    box.arrival === 'added'
      ? colours.add
      : box.arrival === 'moved'
        ? colours.move
        : box.state.candidate
          ? colours.remove
          : colours.words;
  return element(
    'g',
    {},
    sentenceOf(box),
    element('circle', { cx: x + 12, cy: y + 9, r: 2, fill: colours.unknown }),
    drawName(box.name, x + 20, y + 13, width - 26 - room, { size: 10.5, colour }, loss),
    ...marks,
  );
}

/** Whether a box is drawn as a frame around others. */
export function isFrame(box: MapBox): boolean {
  return isPlaceKind(box.kind);
}
