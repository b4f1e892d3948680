import { toDrawnEstate, toBoxKeys, toEstatePicture } from '#core/exporters/mermaid/estate-picture.ts';
import { toFlowchart } from '#core/exporters/mermaid/flowchart.ts';
import { toOverviewPicture } from '#core/exporters/mermaid/overview-picture.ts';
import { boxesOf, type BoxMark, type Picture } from '#core/exporters/mermaid/picture.ts';
import { findTouchedBoxes } from '#core/exporters/mermaid/touched-boxes.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { Estate } from '#core/state/estate.ts';
import { stacked } from './section.ts';
import { capitalised } from './words.ts';
import { wrap } from './wrap.ts';

/** What still reads as a picture beside the text; well under the limits of GitHub (50,000 characters, 500 edges). */
const mostBoxes = 60;
const mostEdges = 120;
const mostCharacters = 20_000;

function fits(picture: Picture): boolean {
  return (
    boxesOf(picture).length <= mostBoxes &&
    picture.edges.length <= mostEdges &&
    toFlowchart(picture).length <= mostCharacters
  );
}

function findWholePicture(reader: PlanReader, estate: Estate): Picture | null {
  if (new Set(toBoxKeys(estate).values()).size > mostBoxes) return null;
  const whole = toEstatePicture(reader, null);
  return fits(whole) ? whole : null;
}

/** The whole estate where it fits, else what the plan touches, else the places with numbers. */
function choosePicture(reader: PlanReader): Picture {
  const estate = toDrawnEstate(reader);
  const whole = findWholePicture(reader, estate);
  if (whole !== null) return whole;
  const touched = findTouchedBoxes(reader, estate);
  if (touched.size > 0 && touched.size <= mostBoxes) {
    const part = toEstatePicture(reader, touched);
    if (fits(part)) return part;
  }
  return toOverviewPicture(estate);
}

const meanings: readonly (readonly [BoxMark, string])[] = [
  ['gone', 'dashed: goes'],
  ['moved', 'thick: moves or changes'],
  ['added', 'dotted: new'],
];

function toLegend(picture: Picture): string[] {
  const boxes = boxesOf(picture);
  return [
    ...meanings.filter(([mark]) => boxes.some((box) => box.mark === mark)).map(([, words]) => words),
    ...(picture.edges.some((edge) => edge.planned) ? ['dotted arrow: a step of the plan'] : []),
  ];
}

/** The estate as a picture: dashed is what goes, thick what moves, dotted arrows are the plan. */
export function pictureSection(reader: PlanReader): readonly string[] {
  const { party } = reader.options;
  if (party !== null || reader.start.nodes.size === 0) return [];
  const picture = choosePicture(reader);
  if (boxesOf(picture).length === 0) return [];
  return toPictureBlock(picture, []);
}

/** A picture in its fence, and below it what its signs mean and what is not in it. */
export function toPictureBlock(picture: Picture, more: readonly string[]): string[] {
  const words = [...toLegend(picture), ...picture.leftOut, ...more].join('; ');
  return stacked(
    ['```mermaid', ...toFlowchart(picture).split('\n'), '```'],
    words === '' ? [] : wrap(`*${capitalised(words)}.*`),
  );
}

/** Whether the picture on the front shows less than the estate. */
export function isPictureOfPart(reader: PlanReader): boolean {
  return findWholePicture(reader, toDrawnEstate(reader)) === null;
}
