import { useMemo, useState } from 'react';
import type { NodeId } from '#core/model/ids.ts';
import { allHosts, type ConsolidationOptions } from '#core/planning/consolidation/options.ts';
import { toMergeCommands } from '#core/planning/consolidation/to-commands.ts';
import { useConsolidation } from '#stores/use-planning.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { showPoint } from '#stores/view-store.ts';
import { consolidationText as text } from '#text/consolidation.ts';
import { AssistantPanel } from './AssistantPanel.tsx';
import { ConsolidationOptionsForm } from './ConsolidationOptionsForm.tsx';
import { ConsolidationResult } from './ConsolidationResult.tsx';

const nothing: readonly never[] = [];
const noMerges: ReadonlySet<NodeId> = new Set();

/** Asks what to have least of, looks for it in a worker, shows the proposal, and applies it as one edit. */
export function ConsolidationAssistant() {
  const plan = usePlan();
  const { state, start, cancel } = useConsolidation();
  const [options, setOptions] = useState<ConsolidationOptions>({ objective: 'hosts', targets: allHosts });
  const [merges, setMerges] = useState(noMerges);
  const proposal = state.kind === 'found' ? state.found : null;
  const commands = useMemo(
    () =>
      proposal === null
        ? nothing
        : [
            ...proposal.commands,
            ...toMergeCommands(proposal.merges.filter((merge) => merges.has(merge.node))),
          ],
    [proposal, merges],
  );
  const toggle = (node: NodeId): void => {
    const next = new Set(merges);
    if (!next.delete(node)) next.add(node);
    setMerges(next);
  };
  return (
    <AssistantPanel
      title={text.title}
      intro={text.intro}
      options={<ConsolidationOptionsForm options={options} onChange={setOptions} />}
      state={state}
      running={text.progress}
      why={null}
      onPropose={() => {
        setMerges(noMerges);
        start(plan, options);
      }}
      onCancel={cancel}
      result={text.result}
      commands={commands}
      applyWords={text.apply(commands.length)}
      label={text.label((proposal?.moves.length ?? 0) + merges.size)}
      onApplied={() => {
        cancel();
        showPoint('end');
      }}
    >
      {proposal !== null && <ConsolidationResult proposal={proposal} merges={merges} onMerge={toggle} />}
    </AssistantPanel>
  );
}
