import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toDrawnEstate, toEstatePicture } from './estate-picture.ts';
import { toFlowchart } from './flowchart.ts';
import { boxesOf, groupsOf, type Picture, type PictureGroup } from './picture.ts';
import { toRoots } from './roots.ts';
import { findTouchedBoxes } from './touched-boxes.ts';

/** What one block may hold: Mermaid itself ends at 50,000 characters and 500 edges, and a document can't raise that. */
export const blockLimits = { boxes: 150, edges: 450, characters: 40_000 };

/** Whether a picture, and the text that it becomes, can be one block. */
export function fitsBlock(picture: Picture, text: string): boolean {
  return (
    boxesOf(picture).length <= blockLimits.boxes &&
    picture.edges.length <= blockLimits.edges &&
    text.length <= blockLimits.characters
  );
}

/** One provider (or other outermost place) drawn by itself. */
export interface PlacePicture {
  /** `null`: the things that stand in no place. */
  readonly name: string | null;
  /** How many boxes the place has, drawn or not. */
  readonly boxes: number;
  /** `null` where even what the plan touches there is too much for one block. */
  readonly picture: Picture | null;
  /** How many arrows of the estate lead from or to a box outside. */
  readonly leadOut: number;
}

function cutOut(whole: Picture, groups: readonly PictureGroup[], boxes: Picture['boxes']): Picture {
  const part = { groups, boxes };
  const inside = new Set([...groupsOf(groups), ...boxesOf(part)].map((each) => each.key));
  const edges = whole.edges.filter((edge) => inside.has(edge.from) && inside.has(edge.to));
  return { ...part, edges, leftOut: [] };
}

function countOut(whole: Picture, part: Picture): number {
  const inside = new Set([...groupsOf(part.groups), ...boxesOf(part)].map((each) => each.key));
  return whole.edges.filter((edge) => inside.has(edge.from) !== inside.has(edge.to)).length;
}

/**
 * A picture for each outermost place (a provider), in the order of the estate, each small enough for one block of Mermaid: all of its boxes,
 * or of a large place those that the plan touches with the others counted.
 */
export function toPlacePictures(reader: PlanReader): readonly PlacePicture[] {
  const estate = toDrawnEstate(reader);
  const roots = toRoots(estate);
  const counts = new Map<string | null, number>(roots.map(({ id, boxes }) => [id, boxes.length]));
  const touched = findTouchedBoxes(reader, estate);
  const shown = new Set(
    roots.flatMap(({ boxes }) =>
      boxes.length <= blockLimits.boxes ? boxes : boxes.filter((key) => touched.has(key)),
    ),
  );
  const drawn = toEstatePicture(reader, shown);
  const toPlace = (key: string | null, name: string | null, part: Picture): PlacePicture => {
    const says = boxesOf(part).some((box) => box.mark !== 'rest');
    return {
      name,
      boxes: counts.get(key) ?? 0,
      picture: says && fitsBlock(part, toFlowchart(part)) ? part : null,
      leadOut: countOut(drawn, part),
    };
  };
  const places = drawn.groups.map((group) => toPlace(group.key, group.label, cutOut(drawn, [group], [])));
  return drawn.boxes.length === 0 ? places : [...places, toPlace(null, null, cutOut(drawn, [], drawn.boxes))];
}
