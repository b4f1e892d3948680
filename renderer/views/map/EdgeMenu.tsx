import { useRef, useState } from 'react';
import { focusNodeSoon } from '#canvas/focus-node.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { MapEdge, MapEdges } from '#core/projections/map-edge.ts';
import { toNodeInspection, type LinkRow } from '#core/projections/inspector.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { jumpTo, useView } from '#stores/view-store.ts';
import { mapToolsText as text } from '#text/map-tools.ts';
import { dependencyWords, mapText } from '#text/map.ts';
import { Menu, MenuItem, MenuSeparator } from '#ui/Menu.tsx';
import styles from './MapView.module.css';

/** More than this are listed by the inspector. */
const most = 40;

export interface EdgeMenuProps {
  /** The node whose edges are asked for. */
  readonly node: NodeId;
  readonly edges: MapEdges;
  readonly onClose: () => void;
  readonly onPickEdge: (edge: MapEdge) => void;
  readonly onOpenInspector: () => void;
}

function sentenceOf(row: LinkRow, name: string, isIn: boolean): string {
  const own = row.part?.name ?? name;
  const other = row.holder === null ? row.other.name : text.on(row.other.name, row.holder.name);
  const words = dependencyWords[row.dependency.type];
  return isIn ? text.sentence(other, words, own) : text.sentence(own, words, other);
}

function placeOf(node: NodeId): { readonly left: number; readonly top: number } {
  const box = document
    .querySelector(`.react-flow__node[data-id="${CSS.escape(node)}"]`)
    ?.getBoundingClientRect();
  const map = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (box !== undefined)
    return { left: box.left + Math.min(24, box.width), top: box.top + Math.min(28, box.height) };
  return { left: (map?.left ?? 0) + (map?.width ?? 0) / 2 - 120, top: (map?.top ?? 0) + 80 };
}

/** The edges of a node as sentences: choosing one goes along it to its other end, choosing a bundle opens it. */
export function EdgeMenu({ node, edges, onClose, onPickEdge, onOpenInspector }: EdgeMenuProps) {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const anchor = useRef<HTMLSpanElement>(null);
  const [place] = useState(() => placeOf(node));
  const inspection = toNodeInspection(plan, point, node);
  if (inspection === null) return null;
  const { name } = inspection.node;
  const bundles = edges.edges.filter((edge) => edge.subject.kind === 'bundle' && edge.touches.includes(node));
  const rows = [
    ...inspection.needs.map((row) => ({ row, isIn: false })),
    ...inspection.neededBy.map((row) => ({ row, isIn: true })),
  ];
  const goTo = (id: NodeId): void => {
    jumpTo(id);
    focusNodeSoon(id);
  };
  return (
    <>
      <span ref={anchor} className={styles['anchor']} style={place} />
      <Menu label={text.edgesOf(name)} anchor={anchor} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
        {bundles.map((edge) => (
          <MenuItem
            key={edge.key}
            icon="waypoints"
            note={text.opensBundle}
            onAction={() => {
              onPickEdge(edge);
              onOpenInspector();
            }}
          >
            {mapText.edge(edge)}
          </MenuItem>
        ))}
        {bundles.length > 0 && rows.length > 0 && <MenuSeparator />}
        {rows.slice(0, most).map(({ row, isIn }) => (
          <MenuItem
            key={`${row.dependency.id}${isIn}`}
            icon={isIn ? 'chevron-left' : 'chevron-right'}
            onAction={() => goTo(row.other.id)}
          >
            {sentenceOf(row, name, isIn)}
          </MenuItem>
        ))}
        {rows.length > most && (
          <MenuItem icon="ellipsis" onAction={onOpenInspector}>
            {text.moreEdges(rows.length - most)}
          </MenuItem>
        )}
        {rows.length + bundles.length === 0 && (
          <MenuItem icon="info" onAction={onClose}>
            {text.noEdges}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
