import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#core/importers/import-files.ts';
import { previewIntake } from '#core/intake/preview-intake.ts';
import { toEffectKeys } from '#core/intake/effect-keys.ts';
import {
  acceptAll,
  closeReview,
  decide,
  redoDecision,
  reviewStore,
  startReview,
  undoDecision,
} from '#stores/review-store.ts';
import type { Decision, Decisions } from '#stores/review-decisions.ts';
import { runs } from '#support/counts.ts';
import { planOf } from '#support/build-plan.ts';

const names = Array.from({ length: 30 }, (_, at) => `web${at}`);
const text = `Server,RAM (GB)\n${names.map((name) => `${name},4`).join('\n')}\n`;
const files = [{ name: 'rack.csv', bytes: new TextEncoder().encode(text) }];

function start(isCancelled?: () => boolean): Promise<boolean> {
  const outcome = importFiles(files);
  const { items, matters } = previewIntake(planOf(), outcome.proposals);
  const preview = { matters, effects: toEffectKeys(items) };
  return startReview(files, { ...outcome, preview }, null, isCancelled);
}

beforeEach(async () => {
  closeReview();
  await start();
});

describe('the start of a review', () => {
  it('is stopped by a cancel that comes while its rows are made', async () => {
    closeReview();
    expect(await start(() => true)).toBe(false);
    expect(reviewStore.getState().rows).toEqual([]);
    expect(await start(() => false)).toBe(true);
    expect(reviewStore.getState().rows).not.toEqual([]);
  });
});

const keyOf = (at: number): string => `rack.csv#server:web${at}`;

/** What the review does, and the same with every state kept whole. */
type Step =
  | { readonly does: 'decide'; readonly at: readonly number[]; readonly decision: Decision }
  | { readonly does: 'all' | 'undo' | 'redo' };

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant('decide' as const),
    at: fc.uniqueArray(fc.nat({ max: 29 }), { minLength: 1, maxLength: 4 }),
    decision: fc.constantFrom<Decision>('accept', 'reject', 'later'),
  }),
  fc.record({ does: fc.constantFrom('all' as const, 'undo' as const, 'undo' as const, 'redo' as const) }),
);

describe('the history of a review', () => {
  it('goes back and forth as if each state had been kept whole', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 30 }), (list) => {
        reviewStore.setState({ decisions: {}, past: [], future: [] });
        const states: Decisions[] = [reviewStore.getState().decisions];
        let at = 0;
        for (const step of list) {
          if (step.does === 'undo') {
            undoDecision();
            at = Math.max(0, at - 1);
          } else if (step.does === 'redo') {
            redoDecision();
            at = Math.min(states.length - 1, at + 1);
          } else {
            if (step.does === 'decide') decide(step.at.map(keyOf), step.decision);
            else acceptAll();
            states.splice(at + 1, states.length, reviewStore.getState().decisions);
            at += 1;
          }
          expect(reviewStore.getState().decisions).toEqual(states[at]);
        }
      }),
      { numRuns: runs('oracle') },
    );
  });

  it('keeps of each step only what it changed', () => {
    acceptAll();
    for (let at = 0; at < 20; at += 1) decide([keyOf(at)], 'reject');
    const { past, rows } = reviewStore.getState();
    const kept = past.reduce((sum, step) => sum + step.patch.size, 0);
    expect(kept).toBe(rows.length + 20);
  });
});
