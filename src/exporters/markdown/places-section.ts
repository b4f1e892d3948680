import { mdText } from '#core/exporters/encode/markdown-text.ts';
import { toPlacePictures, type PlacePicture } from '#core/exporters/mermaid/place-pictures.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { isPictureOfPart, toPictureBlock } from './picture-section.ts';
import { stacked } from './section.ts';
import { counted } from './words.ts';
import { wrap } from './wrap.ts';

/** GitLab draws 50 blocks a page; one of them is on the front. */
const mostPictures = 40;

function toOut(count: number): string[] {
  return count === 0
    ? []
    : [`${counted(count, 'arrow leads', 'arrows lead')} to boxes outside of this picture`];
}

function toNotDrawn(places: readonly PlacePicture[]): string[] {
  if (places.length === 0) return [];
  const names = places.map(
    ({ name, boxes }) => `${mdText(name ?? 'without a provider')} (${counted(boxes, 'box', 'boxes')})`,
  );
  return wrap(`Too much for a picture here, drawn in parts by the Mermaid export: ${names.join(', ')}.`);
}

/** Where the front has no room for the whole estate: a picture of each provider, as far as one block can hold it. */
export function placesSection(reader: PlanReader): readonly string[] {
  const { phase, party } = reader.options;
  if (phase !== null || party !== null || reader.start.nodes.size === 0) return [];
  if (!isPictureOfPart(reader)) return [];
  const places = toPlacePictures(reader);
  const drawable = places.filter(({ picture }) => picture !== null).slice(0, mostPictures);
  const blocks = drawable.flatMap(({ name, picture, leadOut }) =>
    picture === null
      ? []
      : [
          [`### ${name === null ? 'Without a provider' : mdText(name)}`],
          toPictureBlock(picture, toOut(leadOut)),
        ],
  );
  if (blocks.length === 0) return [];
  const rest = places.filter((place) => !drawable.includes(place));
  return stacked(['## Pictures of the places'], ...blocks, toNotDrawn(rest));
}
