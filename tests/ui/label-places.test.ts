import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '#support/counts.ts';
import { estimateWidth, toLabelPlaces } from '#views/slider/label-places.ts';

const label = (name: number, details: number) => ({ name, full: name + details });

describe('toLabelPlaces', () => {
  it('writes everything in full where there is room', () => {
    const places = toLabelPlaces([label(30, 60), label(60, 90), label(30, 60)], 0, 900);
    expect(places.map((each) => each.hasDetails)).toEqual([true, true, true]);
    expect(places[0]?.left).toBe(0);
    expect((places[2]?.left ?? 0) + (places[2]?.width ?? 0)).toBe(900);
  });

  it('drops numbers before it cuts a name, and never those of the chosen stop', () => {
    const labels = [label(30, 60), label(100, 90), label(100, 90), label(100, 90), label(30, 60)];
    const places = toLabelPlaces(labels, 2, 620);
    expect(places[2]).toMatchObject({ hasDetails: true, width: 190 });
    expect(places[1]?.hasDetails).toBe(false);
    expect(places[3]?.hasDetails).toBe(false);
  });

  it('keeps a name of the chosen stop that is longer than everything inside the slider', () => {
    const [only] = toLabelPlaces([label(5000, 60), label(30, 60)], 0, 400);
    expect(only?.left).toBe(0);
    expect(only?.width).toBeLessThanOrEqual(400);
  });

  it('never lets one label run into the next, nor out of the slider', () => {
    const someLabel = fc
      .record({ name: fc.integer({ min: 10, max: 600 }), details: fc.integer({ min: 10, max: 150 }) })
      .map((each) => label(each.name, each.details));
    fc.assert(
      fc.property(
        fc.array(someLabel, { minLength: 2, maxLength: 12 }),
        fc.nat(11),
        fc.integer({ min: 200, max: 2400 }),
        (labels, at, width) => {
          const places = toLabelPlaces(labels, at % labels.length, width);
          let end = 0;
          for (const place of places.filter((each) => each.width > 0)) {
            expect(place.left).toBeGreaterThanOrEqual(end - 1e-6);
            end = place.left + place.width;
          }
          expect(end).toBeLessThanOrEqual(width + 1e-6);
        },
      ),
      { numRuns: runs('property') },
    );
  });
});

describe('estimateWidth', () => {
  it('takes characters of East Asia for twice as wide', () => {
    expect(estimateWidth('移行')).toBeGreaterThan(estimateWidth('ab') * 1.5);
  });
});
