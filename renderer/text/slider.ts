import type { SliderStop } from '#core/projections/slider-stops.ts';

const numbers = new Intl.NumberFormat('en');
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "7 to 11 Dec" in the reader's words; an open end says so. */
export function dateSpan(start: string | null, end: string | null): string {
  if (start === null && end === null) return '';
  const from = start === null ? null : new Date(`${start}T00:00:00Z`);
  const to = end === null ? null : new Date(`${end}T00:00:00Z`);
  if (from !== null && to !== null) return day.formatRange(from, to);
  return from === null ? `until ${day.format(to ?? undefined)}` : `from ${day.format(from)}`;
}

/** The words of the phase slider. */
export const sliderText = {
  label: 'State of the estate',
  name: (stop: SliderStop): string => stop.name ?? (stop.point === 'start' ? 'As is' : 'To be'),
  title: (stop: SliderStop): string => {
    const name = stop.name ?? (stop.point === 'start' ? 'As is' : 'To be');
    // A phase that is called "Phase 1" needs no second number before its name.
    return stop.number === null || /^(phase|wave)\s*\d/iu.test(name)
      ? name
      : `Phase ${stop.number} · ${name}`;
  },
  details: (stop: SliderStop): string =>
    [
      `${numbers.format(stop.servers)} ${stop.servers === 1 ? 'server' : 'servers'}`,
      dateSpan(stop.start, stop.end),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  play: 'Play the phases',
  stop: 'Stop',
  phases: 'Phases…',
} as const;
