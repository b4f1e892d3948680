/** One box of a drawn diagram, in pixels from the picture's corner. */
export interface PictureBox {
  readonly id: string;
  readonly label: string;
  /** Class names of the diagram, for example `gone` or `moved`. */
  readonly classes: readonly string[];
  readonly shape: 'box' | 'store';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A frame around boxes, with a title. */
export interface PictureGroup {
  readonly id: string;
  readonly label: string;
  readonly depth: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line between two boxes or frames. */
export interface PictureLine {
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
  readonly dashed: boolean;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A flowchart ready to be drawn as SVG. */
export interface MermaidPicture {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly PictureGroup[];
  readonly boxes: readonly PictureBox[];
  readonly lines: readonly PictureLine[];
}

interface ParsedNode {
  readonly id: string;
  label: string;
  classes: string[];
  shape: 'box' | 'store';
}

interface ParsedGroup {
  readonly id: string;
  readonly label: string;
  readonly nodes: ParsedNode[];
  readonly groups: ParsedGroup[];
}

interface ParsedEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
  readonly dashed: boolean;
}

const nodePattern = /^(\w+)(?:(\[\(|\[|\()"([^"]*)"[)\]]{1,2})?(?::::(\w+))?$/u;
const groupPattern = /^subgraph (\w+)\["([^"]*)"\]$/u;
const classPattern = /^class ([\w,]+) (\w+)$/u;
const edgePattern = /^(\w+)\s+(-->|-\.->|==>|---|-\.-)\s*(?:\|"([^"]*)"\|\s*)?(\w+)$/u;

/** Turns `#35;` back into `#`. */
function decode(label: string): string {
  return label
    .replace(/#(\d{1,7});/gu, (whole, digits: string) => {
      const code = Number(digits);
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    })
    .replace(/<br\s*\/?>/gu, ' ');
}

/** Reads the part of Mermaid's flowchart language that our own exporter writes; other lines are passed over. */
function parse(text: string): { root: ParsedGroup; edges: ParsedEdge[] } {
  const root: ParsedGroup = { id: '', label: '', nodes: [], groups: [] };
  const stack = [root];
  const nodes = new Map<string, ParsedNode>();
  const edges: ParsedEdge[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    const here = stack.at(-1) ?? root;
    const group = groupPattern.exec(line);
    const edge = edgePattern.exec(line);
    const node = nodePattern.exec(line);
    const classed = classPattern.exec(line);
    if (classed !== null) {
      for (const id of (classed[1] ?? '').split(',')) nodes.get(id)?.classes.push(classed[2] ?? '');
    } else if (group !== null) {
      const made: ParsedGroup = { id: group[1] ?? '', label: decode(group[2] ?? ''), nodes: [], groups: [] };
      here.groups.push(made);
      stack.push(made);
    } else if (line === 'end') {
      if (stack.length > 1) stack.pop();
    } else if (edge !== null) {
      const label = edge[3] === undefined ? null : decode(edge[3]);
      edges.push({ from: edge[1] ?? '', to: edge[4] ?? '', label, dashed: edge[2]?.includes('.') ?? false });
    } else if (node !== null && (node[2] !== undefined || node[4] !== undefined)) {
      const id = node[1] ?? '';
      const known = nodes.get(id);
      const made = known ?? { id, label: id, classes: [], shape: 'box' as const };
      if (known === undefined) {
        nodes.set(id, made);
        here.nodes.push(made);
      }
      if (node[3] !== undefined) made.label = decode(node[3]);
      if (node[2] === '[(') made.shape = 'store';
      if (node[4] !== undefined) made.classes.push(node[4]);
    }
  }
  return { root, edges };
}

const boxHeight = 30;
const gap = 14;
const padding = 12;
const titleHeight = 24;
const letterWidth = 7;
const maxWidth = 720;

interface Placed {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly PictureGroup[];
  readonly boxes: readonly PictureBox[];
}

function shift(placed: Placed, dx: number, dy: number): Placed {
  const move = <T extends { readonly x: number; readonly y: number }>(each: T): T => ({
    ...each,
    x: each.x + dx,
    y: each.y + dy,
  });
  return { ...placed, groups: placed.groups.map(move), boxes: placed.boxes.map(move) };
}

/** Sets parts side by side in rows that are no wider than `width`. */
function flow(parts: readonly Placed[], width: number): Placed {
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  let used = 0;
  const groups: PictureGroup[] = [];
  const boxes: PictureBox[] = [];
  for (const part of parts) {
    if (x > 0 && x + part.width > width) {
      y += rowHeight + gap;
      x = 0;
      rowHeight = 0;
    }
    const placed = shift(part, x, y);
    groups.push(...placed.groups);
    boxes.push(...placed.boxes);
    x += part.width + gap;
    used = Math.max(used, x - gap);
    rowHeight = Math.max(rowHeight, part.height);
  }
  return { width: used, height: parts.length === 0 ? 0 : y + rowHeight, groups, boxes };
}

function toBox(node: ParsedNode): Placed {
  const width = Math.min(260, Math.max(72, node.label.length * letterWidth + 24));
  const box = { ...node, x: 0, y: 0, width, height: boxHeight };
  return { width, height: boxHeight, groups: [], boxes: [box] };
}

function toGroup(group: ParsedGroup, depth: number, width: number): Placed {
  const inner = width - 2 * padding;
  const parts = [...group.nodes.map(toBox), ...group.groups.map((each) => toGroup(each, depth + 1, inner))];
  const content = shift(flow(parts, inner), padding, titleHeight);
  const own = {
    id: group.id,
    label: group.label,
    depth,
    x: 0,
    y: 0,
    width: Math.max(content.width + 2 * padding, group.label.length * letterWidth + 2 * padding),
    height: content.height + titleHeight + padding,
  };
  return { width: own.width, height: own.height, groups: [own, ...content.groups], boxes: content.boxes };
}

type Rectangle = Pick<PictureBox, 'x' | 'y' | 'width' | 'height'>;

/** The point where the line from the middle of `box` towards another middle leaves it. */
function edgePoint(box: Rectangle, other: Rectangle): { readonly x: number; readonly y: number } {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const dx = other.x + other.width / 2 - x;
  const dy = other.y + other.height / 2 - y;
  if (dx === 0 && dy === 0) return { x, y };
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return { x: x + dx * scale, y: y + dy * scale };
}

/** The picture of a Mermaid flowchart that our own exporter wrote: boxes in rows, frames around them, straight lines. */
export function toMermaidPicture(text: string): MermaidPicture {
  const { root, edges } = parse(text);
  const parts = [...root.groups.map((group) => toGroup(group, 0, maxWidth)), ...root.nodes.map(toBox)];
  const placed = flow(parts, maxWidth);
  const places = new Map<string, Rectangle>([
    ...placed.groups.map((group) => [group.id, group] as const),
    ...placed.boxes.map((box) => [box.id, box] as const),
  ]);
  const lines = edges.flatMap((edge): PictureLine[] => {
    const from = places.get(edge.from);
    const to = places.get(edge.to);
    if (from === undefined || to === undefined) return [];
    const start = edgePoint(from, to);
    const end = edgePoint(to, from);
    return [{ ...edge, x1: start.x, y1: start.y, x2: end.x, y2: end.y }];
  });
  return { width: placed.width, height: placed.height, groups: placed.groups, boxes: placed.boxes, lines };
}
