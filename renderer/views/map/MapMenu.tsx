import { useRef } from 'react';
import type { NodeId } from '#core/model/ids.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { openPanel } from '#stores/view-store.ts';
import { runCommands } from '#stores/run-commands.ts';
import { Menu, MenuItem, MenuSeparator } from '#ui/Menu.tsx';
import { mapText } from '#text/map.ts';
import styles from './MapView.module.css';

/** Which node a menu was asked for, and where (px in the window). */
export interface MenuRequest {
  readonly node: NodeId;
  readonly x: number;
  readonly y: number;
}

/** What can be done with a node, at the place of the click. */
export function MapMenu({
  request,
  onClose,
}: {
  readonly request: MenuRequest | null;
  readonly onClose: () => void;
}) {
  const plan = usePlan();
  const anchor = useRef<HTMLSpanElement>(null);
  if (request === null) return null;
  const { node: id, x, y } = request;
  const node = plan.nodes.get(id);
  const disposition = plan.dispositions.filter(
    (each) => each.node === id && each.disposition === 'retire',
  )[0];
  const removed =
    disposition === undefined ? null : disposition.agreed ? mapText.isAgreed : mapText.isCandidate;
  return (
    <>
      <span ref={anchor} className={styles['anchor']} style={{ left: x, top: y }} />
      <Menu
        key={`${id}${x}${y}`}
        label={mapText.menuOf(node?.name ?? '')}
        anchor={anchor}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <MenuItem icon="arrow-right" keyCap="M" onAction={() => openPanel('move', [id])}>
          {mapText.moveTo}
        </MenuItem>
        <MenuItem
          icon="minus"
          keyCap="R"
          why={removed}
          onAction={() => runCommands([{ command: 'mark-removal', node: id }])}
        >
          {mapText.markRemoval}
        </MenuItem>
        <MenuItem icon="milestone" keyCap="P" onAction={() => openPanel('phase', [id])}>
          {mapText.assignPhase}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon="link" keyCap="D" onAction={() => openPanel('connect', [id])}>
          {mapText.connect}
        </MenuItem>
        <MenuItem icon="waypoints" keyCap="E" onAction={() => openPanel('edges', [id])}>
          {mapText.edges}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon="plus" onAction={() => openPanel('add-target', [id])}>
          {mapText.addTarget}
        </MenuItem>
        <MenuItem
          icon="rotate-ccw"
          why={plan.layout.has(id) ? null : mapText.isAutomatic}
          onAction={() => runCommands([{ command: 'place-node', node: id, x: null, y: null }])}
        >
          {mapText.placeAutomatically}
        </MenuItem>
      </Menu>
    </>
  );
}
