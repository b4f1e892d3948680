import type { DependencyType } from '#core/model/dependency.ts';
import { toEdgeShape } from '#core/projections/edge-shape.ts';
import type { MapEdge } from '#core/projections/map-edge.ts';
import styles from './EdgeLayer.module.css';

/** The sign of a type by itself. */
export function EdgeShape({
  type,
  transform,
}: {
  readonly type: DependencyType | null;
  readonly transform: string;
}) {
  const { d, look } = toEdgeShape(type);
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
