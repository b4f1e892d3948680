import type { IconName } from '#ui/icons.ts';
import type { Hit } from './find-hits.ts';

/** A line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: string;
  readonly icon: IconName;
  readonly title: string;
  readonly hint: string;
  readonly keyCap: string | null;
  readonly why: string | null;
  readonly hit: Hit;
  readonly run: () => void;
}
