import { toCountWords } from '#core/checks/words.ts';
import type { Dimension } from '#core/checks/room.ts';
import type { Conflict } from './find-conflict.ts';
import type { ConsolidationOptions } from './options.ts';
import { findMainCurrency, placeCost } from './to-bins.ts';
import type { Candidate } from './to-candidates.ts';
import { unknownDimensions, type ConsolidationModel } from './to-model.ts';
import { namesOf } from './to-proposed-moves.ts';

const dimensionWords: Readonly<Record<Dimension, string>> = {
  vcpu: 'Processors were',
  memoryMiB: 'Memory was',
  diskGiB: 'Disk was',
};

function toUnknownNotes(model: ConsolidationModel): string[] {
  const unclear = model.places.filter(
    (place) => place.residents.length > 0 && model.known.some((dimension) => place.room[dimension] === null),
  );
  const mixed = model.places.filter((place) => place.isMixed);
  return [
    ...(model.candidates.length === 0 ? [] : unknownDimensions(model)).map(
      (dimension) =>
        `${dimensionWords[dimension]} not looked at: nobody said both what hosts offer and what servers need.`,
    ),
    ...(unclear.length === 0
      ? []
      : [
          `Nothing new is put on ${toNames(unclear)}: nobody said all of what ${unclear.length === 1 ? 'it offers' : 'they offer'}.`,
        ]),
    ...(mixed.length === 0
      ? []
      : [
          `Nothing new is put on ${toNames(mixed)}: servers stand on a cluster and on its hosts, so what is free is not clear.`,
        ]),
  ];
}

function toNames(places: readonly { readonly name: string }[]): string {
  return namesOf(places.map(({ name }) => ({ node: { name } })));
}

function toCostNotes(model: ConsolidationModel, { objective, targets }: ConsolidationOptions): string[] {
  if (objective !== 'cost') return [];
  const main = findMainCurrency(model.places);
  const unknown = model.places.filter((place) => placeCost(place, main, targets.rates) === null);
  if (unknown.length === 0) return [];
  const why =
    main === null
      ? 'nobody said what they cost'
      : `their cost is not known, or not in ${main} and no rate is given`;
  return [
    `${toCountWords(unknown.length, 'host')} count as nothing in the cost (${toNames(unknown)}): ${why}.`,
  ];
}

/** What a reader of a proposal must know besides its moves. */
export function toNotes(
  model: ConsolidationModel,
  options: ConsolidationOptions,
  left: readonly Candidate[],
  refused: readonly string[],
  conflict: Conflict | null,
): string[] {
  const hasMovable = model.candidates.some((candidate) => candidate.stays === null);
  return [
    ...(model.places.length === 0
      ? [
          'There is no host in this plan, so there is nothing to pack: name hosts, or give new ones as targets.',
        ]
      : []),
    ...(model.places.length > 0 && !hasMovable ? ['Nothing that stands on a host can be moved.'] : []),
    ...toUnknownNotes(model),
    ...toCostNotes(model, options),
    ...(left.length === 0
      ? []
      : [
          `${namesOf(left)} could not be brought to a better place, because there is no room for that on the way.`,
        ]),
    ...(refused.length === 0
      ? []
      : [
          `Moves were left out because the checks would find: ${refused.slice(0, 5).join(' ')}${refused.length > 5 ? ` (and ${refused.length - 5} more)` : ''}`,
        ]),
    ...(conflict !== null && !conflict.isProven
      ? ['That no arrangement exists is not proven: none was found.']
      : []),
  ];
}
