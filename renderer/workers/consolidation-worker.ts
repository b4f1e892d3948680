import { parsePlanFile } from '#core/document/plan-file.ts';
import { proposeConsolidation } from '#core/planning/consolidation/propose.ts';
import type { ConsolidationAnswer, ConsolidationRequest } from './consolidation-messages.ts';

function answer(message: ConsolidationAnswer): void {
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<ConsolidationRequest>) => {
  try {
    const plan = parsePlanFile(data.planText);
    if (!plan.ok) return answer({ kind: 'failed', message: plan.error.message });
    const onProgress = (share: number): void => answer({ kind: 'progress', share });
    answer({ kind: 'consolidation', found: proposeConsolidation(plan.value, data.options, onProgress) });
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
