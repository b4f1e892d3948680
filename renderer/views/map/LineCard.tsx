import { toDependencyInspection } from '#core/projections/inspector.ts';
import type { DependencyId } from '#core/model/ids.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { useView } from '#stores/view-store.ts';
import { mapToolsText as text } from '#text/map-tools.ts';
import { dependencyWords } from '#text/map.ts';
import styles from './NodeCard.module.css';

/** The sentence of a line of a large map, which is drawn and has no element that could say it. */
export function LineCard({ dependency }: { readonly dependency: DependencyId }) {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const found = toDependencyInspection(plan, point, dependency);
  if (found === null) return null;
  return (
    <p className={styles['line']}>
      {text.sentence(found.from.name, dependencyWords[found.dependency.type], found.to.name)}
    </p>
  );
}
