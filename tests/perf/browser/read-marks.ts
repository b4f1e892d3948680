import { findPictures, valueAt, type TraceEvent } from './read-frames.ts';

/** When something happened in a page, in microseconds of the trace, and in which process. */
export interface Moment {
  readonly ts: number;
  readonly pid: number;
}

/** The first mark of a name, at or after a time, that a page or one of its workers set. */
export function findMark(events: readonly TraceEvent[], name: string, from = 0): Moment | null {
  return events.find((event) => event.name === name && event.ts >= from && event.ph !== 'M') ?? null;
}

/** Milliseconds from one mark to the first picture on the screen after another. */
export function readPicture(events: readonly TraceEvent[], from: string, made: string): number {
  const start = findMark(events, from);
  const end = findMark(events, made, start?.ts);
  if (start === null || end === null)
    throw new Error(`the page set no mark "${start === null ? from : made}"`);
  // A worker's picture may reach the screen with a mark of the page in between: any picture after the mark shows it.
  const pictures = findPictures(events, -1);
  const shown = pictures.find(({ at }) => at >= end.ts);
  if (shown === undefined) {
    const last = ((end.ts - (pictures.at(-1)?.at ?? start.ts)) / 1000).toFixed(0);
    throw new Error(
      `no picture followed the mark "${made}": ${pictures.length} came, the last ${last} ms before it`,
    );
  }
  return (shown.at - start.ts) / 1000;
}

/** Milliseconds from the start of the last navigation of the page's main frame to its first contentful paint. */
export function readFirstPaint(events: readonly TraceEvent[]): number {
  const paint = events.findLast((event) => event.name === 'firstContentfulPaint');
  const frame = valueAt(paint?.args, 'frame');
  const start = events.findLast(
    (event) =>
      event.name === 'navigationStart' &&
      valueAt(event.args, 'frame') === frame &&
      event.ts <= (paint?.ts ?? 0),
  );
  if (paint === undefined || start === undefined) throw new Error('the page painted nothing');
  return (paint.ts - start.ts) / 1000;
}

/** Milliseconds from the start of a navigation to the first picture after a mark. */
export function readOpened(events: readonly TraceEvent[], made: string): number {
  return readPicture(events, 'navigationStart', made);
}
