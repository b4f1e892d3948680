import type { DependencyType } from '#core/model/dependency.ts';
import type { MapEdge } from '#core/projections/map-edges.ts';
import styles from './EdgeLayer.module.css';

/** The sign at the end of an edge, drawn pointing right with its tip at (0, 0). */
function shapeOf(type: DependencyType | null): {
  readonly d: string;
  readonly look: 'filled' | 'open' | 'hollow';
} {
  switch (type) {
    case 'proxies':
      return { d: 'M-6 -4L0 0L-6 4', look: 'open' };
    case 'replicates':
      return { d: 'M-11 -6L0 0L-11 6Z', look: 'filled' };
    case 'backs-up-to':
    case 'stores-in':
      return { d: 'M-7 -3.5H0V3.5H-7Z', look: 'filled' };
    case 'manages':
    case 'deploys':
      return { d: 'M-10 0L-5 -4L0 0L-5 4Z', look: 'hollow' };
    case 'monitors':
    case 'notifies':
      return { d: 'M-7 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0', look: 'hollow' };
    case 'connects':
    case 'uses':
    case 'reaches-through':
    case null:
      return { d: 'M-8 -4L0 0L-8 4Z', look: 'filled' };
    default:
      return type satisfies never;
  }
}

/** The sign of a type by itself. */
export function EdgeShape({
  type,
  transform,
}: {
  readonly type: DependencyType | null;
  readonly transform: string;
}) {
  const { d, look } = shapeOf(type);
  return <path className={styles[look]} d={d} transform={transform} />;
}

/** The end of an edge, in the colour of its line. */
export function EdgeEnd({ edge }: { readonly edge: MapEdge }) {
  const large = edge.subject.kind === 'bundle' ? ' scale(1.25)' : '';
  return (
    <EdgeShape
      type={edge.subject.kind === 'link' ? edge.type : null}
      transform={`translate(${edge.end.x} ${edge.end.y}) rotate(${edge.end.angle})${large}`}
    />
  );
}
