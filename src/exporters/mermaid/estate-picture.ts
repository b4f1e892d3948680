import { compareText } from '#core/base/compare.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { toTable } from '#core/base/table.ts';
import { childrenIn, toEstate, type Estate } from '#core/state/estate.ts';
import { toBoxLabel } from './box-label.ts';
import { toEdges } from './picture-edges.ts';
import { toMarks, type PlanMark } from './plan-marks.ts';
import type { Picture, PictureBox, PictureGroup } from './picture.ts';

const deepest = 3;

/** The estate that is drawn: as it is, with what the plan adds at its first place. */
export function toDrawnEstate(reader: PlanReader): Estate {
  const added = reader.changes.flatMap(({ change }) =>
    change.kind === 'add' ? [{ ...change.node, parent: change.to }] : [],
  );
  if (added.length === 0) return reader.start;
  return toEstate({ ...reader.plan, nodes: toTable([...reader.plan.nodes, ...added]) });
}

function isFrame(estate: Estate, node: InventoryNode): boolean {
  if (node.kind === 'server' || node.kind === 'service') return false;
  return childrenIn(estate, node.id).length > 0;
}

/** The box in which a node is drawn: itself, or the server or empty place that it stands in; nothing for a frame. */
export function toBoxKeys(estate: Estate): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const walk = (node: InventoryNode, box: string | null): void => {
    const own = box ?? (isFrame(estate, node) ? null : node.id);
    if (own !== null) keys.set(node.id, own);
    if (keys.size > 1_000_000) return;
    for (const child of childrenIn(estate, node.id)) walk(child, own);
  };
  for (const root of estate.nodes.filter((node) => !estate.nodes.has(node.parent))) walk(root, null);
  return keys;
}

function inOrder(nodes: readonly InventoryNode[]): InventoryNode[] {
  return [...nodes].sort(
    (a, b) =>
      compareText(a.order ?? '\uffff', b.order ?? '\uffff') ||
      compareText(a.name, b.name) ||
      compareText(a.id, b.id),
  );
}

const stores = new Set(['database', 'storage', 'backup', 'cache', 'queue', 'repository']);

function toBox(estate: Estate, node: InventoryNode, mark: PlanMark | undefined, told: string): PictureBox {
  const words = [
    toBoxLabel(estate, node),
    ...(mark === undefined ? [] : [mark.words]),
    ...(told === '' ? [] : [told]),
  ];
  return {
    key: node.id,
    label: words.join(' - '),
    shape: node.kind !== 'service' ? 'box' : stores.has(node.type ?? '') ? 'store' : 'round',
    mark: mark?.mark ?? null,
  };
}

/**
 * The estate with the marks of the plan: providers, sites and hosts as frames, servers (with what runs on them in the label) and
 * loose services as boxes. `only` limits the boxes to some; what is left out of a frame is one box with a number.
 */
export function toEstatePicture(reader: PlanReader, only: ReadonlySet<string> | null): Picture {
  const estate = toDrawnEstate(reader);
  const keys = toBoxKeys(estate);
  const marks = toMarks(reader);
  const shown = (id: string): boolean => only === null || only.has(id);
  const { edges, told, leftOut } = toEdges(reader, estate, keys, shown);
  let hidden = 0;
  const boxesIn = (nodes: readonly InventoryNode[], frame: string): PictureBox[] => {
    const drawn = nodes.filter((node) => shown(node.id));
    const rest = nodes.length - drawn.length;
    hidden += rest;
    const boxes = drawn.map((node) => toBox(estate, node, marks.get(node.id), told.get(node.id) ?? ''));
    return rest === 0
      ? boxes
      : [...boxes, { key: `${frame} rest`, label: `and ${rest} more`, shape: 'box', mark: 'rest' }];
  };
  const leaves = (nodes: readonly InventoryNode[]): InventoryNode[] =>
    nodes.flatMap((node) => (isFrame(estate, node) ? leaves(inOrder(childrenIn(estate, node.id))) : [node]));
  const toGroup = (node: InventoryNode, depth: number): PictureGroup => {
    const inside = inOrder(childrenIn(estate, node.id));
    const frames = depth < deepest ? inside.filter((child) => isFrame(estate, child)) : [];
    const rest = inside.filter((child) => !frames.includes(child));
    return {
      key: node.id,
      label: node.name,
      groups: frames.map((child) => toGroup(child, depth + 1)),
      boxes: boxesIn(leaves(rest), node.id),
    };
  };
  const roots = inOrder(estate.nodes.filter((node) => !estate.nodes.has(node.parent)));
  const groups = roots.filter((node) => isFrame(estate, node)).map((node) => toGroup(node, 1));
  const boxes = boxesIn(
    roots.filter((node) => !isFrame(estate, node)),
    'root',
  );
  const words = hidden === 0 ? [] : [`${hidden} of the boxes that no change touches are only counted`];
  return {
    groups,
    boxes,
    edges: edges.filter((edge) => edge.from !== edge.to),
    leftOut: [...words, ...leftOut],
  };
}
