import { useMemo } from 'react';
import { usePickedEdge } from '#canvas/edge-selection.ts';
import { toDependencyInspection, toNodeInspection, toPlanTotals } from '#core/projections/inspector.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { useView } from '#stores/view-store.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { BundleInspector, DependencyInspector } from './DependencyInspector.tsx';
import { NodeInspector } from './NodeInspector.tsx';
import { SelectionInspector } from './SelectionInspector.tsx';
import { SourceWords } from './SourceWords.tsx';
import { Totals } from './Totals.tsx';
import styles from './Inspector.module.css';

/** What is known of the selection, with the source of each value; the sums of the plan while nothing is selected. */
export function Inspector() {
  return (
    <section className={styles['inspector']} aria-label={text.region}>
      <Content />
      <SourceWords />
    </section>
  );
}

function Content() {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const selection = useView((view) => view.selection);
  const picked = usePickedEdge();
  const [first] = selection;
  const node = useMemo(
    () => (selection.length === 1 && first !== undefined ? toNodeInspection(plan, point, first) : null),
    [plan, point, selection, first],
  );
  const totals = useMemo(
    () => (first === undefined ? toPlanTotals(plan, point) : null),
    [plan, point, first],
  );
  if (selection.length > 1) return <SelectionInspector nodes={selection} />;
  if (node !== null) return <NodeInspector key={node.node.id} inspection={node} />;
  if (picked !== null && first === undefined) {
    const found = picked.dependencies.flatMap((id) => toDependencyInspection(plan, point, id) ?? []);
    const [only] = found;
    if (only !== undefined) {
      return found.length === 1 ? (
        <DependencyInspector key={only.dependency.id} inspection={only} />
      ) : (
        <BundleInspector inspections={found} />
      );
    }
  }
  return <Totals totals={totals ?? toPlanTotals(plan, point)} />;
}
