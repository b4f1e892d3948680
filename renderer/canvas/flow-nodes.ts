import type { Node } from '@xyflow/react';
import { isPlaceKind, type Rect } from '#core/projections/map-measures.ts';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import type { DropVerdict } from '#core/checks/preview-drop.ts';
import { isTouched } from './is-touched.ts';
import type { Hit } from './find-hit.ts';

/** What a box of the map is drawn from. */
export interface FlowData extends Record<string, unknown> {
  readonly box: MapBox;
  readonly isSelected: boolean;
  /** What would happen if the dragged things were dropped here; `null` while nothing is dragged. */
  readonly verdict: DropVerdict | null;
  /** Whether the pointer is over it with something in hand. */
  readonly isTarget: boolean;
  /** Whether it is what a person drags. */
  readonly isDragged: boolean;
  /** The point around which it is tilted while it is dragged with what it stands on: CSS, from its own corner. */
  readonly tilt: string | null;
  /** Where it stands: from afar not quite where the layout has it. */
  readonly rect: Rect;
}

/** A node of React Flow that shows a box. */
export type FlowNode = Node<FlowData, BoxType>;

/** Which component draws a box. */
export type BoxType = 'place' | 'server' | 'service' | 'old';

/** What a drag says about the boxes. */
export interface DragPicture {
  readonly dragged: ReadonlySet<string>;
  readonly target: string | null;
  readonly verdicts: ReadonlyMap<string, DropVerdict>;
}

function typeOf(box: MapBox): BoxType {
  if (box.presence !== 'here') return 'old';
  if (isPlaceKind(box.kind)) return 'place';
  return box.isRow ? 'service' : 'server';
}

/** How high above the canvas a box lies: rows over servers over places; edges are at 20. What is collapsed lies over curves as servers do. */
export function zIndexOf(box: MapBox): number {
  if (isPlaceKind(box.kind)) return box.collapsed ? 29 : box.depth;
  return box.isRow ? 31 : 30;
}

/** A service tilts with the server that it is a row of; what comes along in a dragged place does not tilt. */
function toTilt(box: MapBox, parent: MapBox | undefined): string | null {
  if (isPlaceKind(box.kind)) return null;
  if (!box.isRow || parent === undefined) return 'center';
  const { rect } = parent;
  return `${rect.x + rect.width / 2 - box.rect.x}px ${rect.y + rect.height / 2 - box.rect.y}px`;
}

interface Making {
  readonly view: MapView;
  /** Ids of the boxes that become elements. */
  readonly shown: ReadonlySet<string>;
  readonly selection: ReadonlySet<string>;
  readonly drag: DragPicture | null;
  readonly hit: Hit | null;
  /** Ids of the nodes that stand out; `null` when all do. */
  readonly touched: ReadonlySet<string> | null;
  readonly nameOf: (box: MapBox) => string;
}

function toPosition(rect: Rect, parent: MapBox | undefined): Pick<FlowNode, 'position' | 'parentId'> {
  if (parent === undefined) return { position: { x: rect.x, y: rect.y } };
  return { position: { x: rect.x - parent.rect.x, y: rect.y - parent.rect.y }, parentId: parent.id };
}

const labels = new WeakMap<MapBox, string>();

/** The name of a box; remembered, since boxes stay the same objects while a hand carries something over them. */
function labelOf(box: MapBox, nameOf: Making['nameOf']): string {
  const label = labels.get(box) ?? nameOf(box);
  labels.set(box, label);
  return label;
}

function toFlowNode(box: MapBox, making: Making): FlowNode {
  const { view, shown, selection, drag, hit, touched, nameOf } = making;
  const outer = box.parent === null ? undefined : view.byId.get(box.parent);
  const isFar = hit !== null && hit.far !== null && hit.box.id === box.id;
  const parent = outer !== undefined && shown.has(outer.id) && !isFar ? outer : undefined;
  const rect = isFar ? hit.rect : box.rect;
  const isDragged = drag !== null && drag.dragged.has(box.id);
  const isSelected = box.node !== null && box.presence === 'here' && selection.has(box.node);
  return {
    id: box.id,
    type: typeOf(box),
    ...toPosition(rect, parent),
    width: rect.width,
    height: rect.height,
    draggable: box.presence === 'here' && box.node !== null,
    // What is selected together is dragged together.
    selected: isSelected,
    selectable: false,
    className: touched === null || isPlaceKind(box.kind) || isTouched(view, box, touched) ? '' : 'dimmed',
    connectable: false,
    deletable: false,
    focusable: box.node !== null,
    zIndex: isDragged ? 1000 + zIndexOf(box) : zIndexOf(box),
    ariaLabel: labelOf(box, nameOf),
    ariaRole: box.node === null ? 'group' : 'button',
    data: {
      box,
      isSelected,
      verdict: drag?.verdicts.get(box.id) ?? null,
      isTarget: drag?.target === box.id,
      // What comes along inside of a dragged box looks as it always does.
      isDragged: isDragged && !(box.parent !== null && drag.dragged.has(box.parent)),
      tilt: isDragged ? toTilt(box, outer) : null,
      rect,
    },
  };
}

function isSame(a: FlowNode, b: FlowNode): boolean {
  return (
    a.data.box === b.data.box &&
    a.data.isSelected === b.data.isSelected &&
    a.data.verdict === b.data.verdict &&
    a.data.isTarget === b.data.isTarget &&
    a.data.isDragged === b.data.isDragged &&
    a.data.tilt === b.data.tilt &&
    a.data.rect === b.data.rect &&
    a.parentId === b.parentId &&
    a.className === b.className &&
    a.zIndex === b.zIndex &&
    a.ariaLabel === b.ariaLabel
  );
}

/** The nodes of React Flow for the shown boxes; a node that says the same as before stays the same object. */
export function toFlowNodes(
  shown: readonly MapBox[],
  making: Omit<Making, 'shown'>,
  before: readonly FlowNode[],
): FlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const ids = new Set(shown.map((box) => box.id));
  return shown.map((box) => {
    const next = toFlowNode(box, { ...making, shown: ids });
    const old = known.get(box.id);
    if (old === undefined) return next;
    if (isSame(old, next)) return old;
    // What React Flow measured stays.
    const { parentId: _, ...rest } = old;
    return { ...rest, ...next };
  });
}
