import type { CalendarId } from './ids.ts';

/** A working window, freeze or notice period. Dates are ISO. */
export interface CalendarEntry {
  readonly id: CalendarId;
  readonly kind: 'window' | 'freeze' | 'notice';
  readonly name: string;
  readonly start: string | null;
  readonly end: string | null;
}
