import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Plan } from '#core/model/plan.ts';
import type { ConsolidationOptions } from '#core/planning/consolidation/options.ts';
import type { ConsolidationProposal } from '#core/planning/consolidation/propose.ts';
import { runConsolidation } from '#workers/run-consolidation.ts';

/** How far the consolidation assistant is. A proposal belongs to the plan that it was made for. */
export type ConsolidationRun =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly share: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'done'; readonly plan: Plan; readonly proposal: ConsolidationProposal };

const store = createStore<{ readonly run: ConsolidationRun }>(() => ({ run: { kind: 'idle' } }));

let stop: () => void = () => {};

/** The run that is shown. */
export function useConsolidation(): ConsolidationRun {
  return useStore(store, (state) => state.run);
}

/** Ends what runs, and forgets what was found. */
export function resetConsolidation(): void {
  stop();
  store.setState({ run: { kind: 'idle' } });
}

/** Starts a search; one that still runs is ended. */
export function startConsolidation(plan: Plan, options: ConsolidationOptions): void {
  stop();
  store.setState({ run: { kind: 'running', share: 0 } });
  stop = runConsolidation(plan, options, {
    onProgress: (share) => store.setState({ run: { kind: 'running', share } }),
    onDone: (proposal) => store.setState({ run: { kind: 'done', plan, proposal } }),
    onFailed: (message) => store.setState({ run: { kind: 'failed', message } }),
  });
}
