import type { NodeInspection } from '#core/projections/inspector.ts';
import { runCommands } from '#stores/run-commands.ts';
import { openPanel } from '#stores/view-store.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { Button } from '#ui/Button.tsx';

/** The next step of a removal: mark it, agree it, plan it. */
export function RemovalButton({ inspection }: { readonly inspection: NodeInspection }) {
  const { node, disposition, changes } = inspection;
  const isPlanned = changes.some(({ change }) => change.kind === 'remove' || change.kind === 'merge');
  if (disposition?.disposition !== 'retire') {
    return (
      <Button
        size="small"
        keyCap="R"
        onPress={() => runCommands([{ command: 'mark-removal', node: node.id }])}
      >
        {text.removal}
      </Button>
    );
  }
  if (disposition.agreed) {
    return isPlanned ? null : (
      <Button
        size="small"
        icon="minus"
        onPress={() => runCommands([{ command: 'plan-remove', node: node.id, phase: null }])}
      >
        {text.planRemoval}
      </Button>
    );
  }
  return (
    <Button size="small" icon="check" onPress={() => openPanel('agree', [node.id])}>
      {text.agree}
    </Button>
  );
}
