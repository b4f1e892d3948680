import { assertNever } from '#core/base/assert-never.ts';
import { toMermaidLabel } from '#core/exporters/encode/mermaid-label.ts';
import {
  boxesOf,
  groupsOf,
  type BoxMark,
  type Picture,
  type PictureBox,
  type PictureGroup,
} from './picture.ts';

const classes: readonly (readonly [Exclude<BoxMark, null>, string])[] = [
  ['gone', 'stroke-dasharray: 4 4'],
  ['moved', 'stroke-width: 3px'],
  ['added', 'stroke-width: 2px,stroke-dasharray: 1 2'],
  ['rest', 'stroke-dasharray: 2 6'],
];

function toShape(box: PictureBox, id: string): string {
  const label = `"${toMermaidLabel(box.label, 90) || 'unnamed'}"`;
  switch (box.shape) {
    case 'box':
      return `${id}[${label}]`;
    case 'round':
      return `${id}(${label})`;
    case 'store':
      return `${id}[(${label})]`;
    default:
      return assertNever(box.shape);
  }
}

/**
 * A picture as a Mermaid flowchart. Ids are made up (`n1`, `g1`), never taken from names; labels are encoded; there is no
 * directive, link, icon or colour, so that it is drawn the same on GitHub and GitLab and in light and dark.
 */
export function toFlowchart(picture: Picture): string {
  const boxes = boxesOf(picture);
  const ids = new Map<string, string>();
  for (const [index, group] of groupsOf(picture.groups).entries()) ids.set(group.key, `g${index + 1}`);
  for (const [index, box] of boxes.entries()) ids.set(box.key, `n${index + 1}`);
  const idOf = (key: string): string => ids.get(key) ?? 'n0';
  const groupLines = (group: PictureGroup, indent: string): string[] => [
    `${indent}subgraph ${idOf(group.key)}["${toMermaidLabel(group.label) || 'unnamed'}"]`,
    ...group.boxes.map((box) => `${indent}  ${toShape(box, idOf(box.key))}`),
    ...group.groups.flatMap((inner) => groupLines(inner, `${indent}  `)),
    `${indent}end`,
  ];
  const edges = picture.edges.map((edge) => {
    const arrow = edge.planned ? '-.->' : '-->';
    const label = edge.label === '' ? '' : `|"${toMermaidLabel(edge.label)}"|`;
    return `  ${idOf(edge.from)} ${arrow}${label} ${idOf(edge.to)}`;
  });
  const marked = classes.flatMap(([mark, style]) => {
    const members = boxes.filter((box) => box.mark === mark).map((box) => idOf(box.key));
    return members.length === 0
      ? []
      : [`  classDef ${mark} ${style}`, `  class ${members.join(',')} ${mark}`];
  });
  return [
    'flowchart LR',
    ...picture.groups.flatMap((group) => groupLines(group, '  ')),
    ...picture.boxes.map((box) => `  ${toShape(box, idOf(box.key))}`),
    ...edges,
    ...marked,
  ].join('\n');
}
