import { toDrawnEstate, toBoxKeys, toEstatePicture } from '#core/exporters/mermaid/estate-picture.ts';
import { toFlowchart } from '#core/exporters/mermaid/flowchart.ts';
import { toOverviewPicture } from '#core/exporters/mermaid/overview-picture.ts';
import { boxesOf, type BoxMark, type Picture } from '#core/exporters/mermaid/picture.ts';
import { findTouchedBoxes } from '#core/exporters/mermaid/touched-boxes.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
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

/** The whole estate where it fits, else what the plan touches, else the places with numbers. */
function choosePicture(reader: PlanReader): Picture {
  const estate = toDrawnEstate(reader);
  const boxes = new Set(toBoxKeys(estate).values()).size;
  if (boxes <= mostBoxes) {
    const whole = toEstatePicture(reader, null);
    if (fits(whole)) return whole;
  }
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
  const legend = toLegend(picture);
  const words = [...legend, ...picture.leftOut].join('; ');
  return stacked(
    ['```mermaid', ...toFlowchart(picture).split('\n'), '```'],
    words === '' ? [] : wrap(`*${capitalised(words)}.*`),
  );
}
