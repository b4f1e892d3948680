import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { tourText } from '#text/tour.ts';
import { readExample } from './examples.ts';
import { importSources } from './import-session.ts';
import { finishReview } from './review-finish.ts';
import { acceptAll } from './review-store.ts';
import { setTourStep } from './tour-step.ts';
import { closePanel, jumpTo, select, showAssistant, showFindings, showTab, viewStore } from './view-store.ts';
import { workspaceStore } from './workspace-store.ts';

/** The example that the tour is made for. */
const tourExample = 'bookshop';

/** Something worth to look at: what may go, else what stands first among the servers. */
function findSight(plan: Plan): NodeId | null {
  const candidate = plan.dispositions.filter((each) => each.disposition === 'retire')[0]?.node;
  return candidate ?? plan.nodes.filter((node) => node.kind === 'server')[0]?.id ?? null;
}

function prepare(step: number): void {
  const { plan } = workspaceStore.getState();
  if (plan === null) return;
  const sight = findSight(plan);
  closePanel();
  showAssistant(null);
  showTab(step === tourText.steps.length - 1 ? 'report' : 'map');
  if (step === 0) select([]);
  else if (viewStore.getState().selection.length === 0 && sight !== null) jumpTo(sight);
  if (step === 3) showFindings(true);
}

/** Shows a step of the tour and brings into sight what it speaks of. */
export function showTourStep(step: number): void {
  prepare(step);
  setTourStep(step);
}

/** Begins the tour: on the open plan, else on the example, which is taken over as it was found. */
export async function takeTour(): Promise<void> {
  if (workspaceStore.getState().plan === null) {
    await importSources(await readExample(tourExample));
    if (viewStore.getState().screen !== 'review') return;
    acceptAll();
    await finishReview();
  }
  if (workspaceStore.getState().plan !== null) showTourStep(0);
}
