import type { DropVerdict } from '#core/checks/preview-drop.ts';
import type { MoveTarget } from '#core/projections/move-targets.ts';
import { diskWords, memoryWords } from './inspector.ts';
import { mapText } from './map.ts';

const numbers = new Intl.NumberFormat('en');

/** The words of the move panel. */
export const moveText = {
  label: (name: string): string => `Move ${name}`,
  several: (count: number): string => `${numbers.format(count)} selected`,
  field: 'Move to…',
  best: 'Best first',
  verdict: (verdict: DropVerdict): string => {
    const words = mapText.verdict(verdict);
    return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`.replace('Fits, ', '');
  },
  inside: (target: MoveTarget): string => {
    const place = target.inside.join(', ');
    if (target.isMerge) return place === '' ? 'merge' : `merge, on ${place}`;
    const memory = target.room.find((each) => each.dimension === 'memoryMiB');
    const free =
      memory === undefined || memory.offered === null
        ? ''
        : `${memoryWords(Math.max(0, memory.offered - memory.used))} free after`;
    return [place, free].filter((part) => part !== '').join(' · ');
  },
  room: (target: MoveTarget): { readonly name: string; readonly words: string; readonly isOver: boolean }[] =>
    target.room.flatMap(({ dimension, used, offered }) => {
      if (offered === null) return [];
      const words =
        dimension === 'vcpu'
          ? (value: number): string => numbers.format(value)
          : dimension === 'memoryMiB'
            ? memoryWords
            : diskWords;
      const name = dimension === 'vcpu' ? 'vCPU' : dimension === 'memoryMiB' ? 'RAM' : 'Disk';
      return [{ name, words: `${words(used)} of ${words(offered)}`, isOver: used > offered }];
    }),
  places: (shown: number, all: number): string => `${numbers.format(shown)} of ${numbers.format(all)} places`,
  none: (words: string): string =>
    words === '' ? 'There is no place that it could go to' : `No place is called “${words}”`,
  noneNext: 'Add a new host, site or provider.',
  addTarget: 'New host, site or provider…',
  into: (phase: string | null): string => (phase === null ? 'move, no phase' : `move in ${phase}`),
  choose: 'choose',
  close: 'Esc',
} as const;
