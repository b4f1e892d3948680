import type { ExportedFile, Exporter, NotFitted } from '#core/exporters/contract.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { toPlanReader, type PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toBoxKeys, toDrawnEstate, toEstatePicture } from './estate-picture.ts';
import { toFlowchart } from './flowchart.ts';
import { toOverviewPicture } from './overview-picture.ts';
import type { Picture } from './picture.ts';
import { blockLimits, fitsBlock } from './place-pictures.ts';
import { toRoots } from './roots.ts';

function withComment(text: string, leftOut: readonly string[]): string {
  return `${[...leftOut.map((words) => `%% Left out or told in words: ${words}`), text].join('\n')}\n`;
}

/** The part of a picture that shows some boxes alone: frames without one of them are left away. */
function partOf(whole: Picture, shown: ReadonlySet<string>): Picture {
  const keep = (groups: Picture['groups']): Picture['groups'] =>
    groups
      .map((group) => ({
        ...group,
        groups: keep(group.groups),
        boxes: group.boxes.filter((box) => shown.has(box.key)),
      }))
      .filter((group) => group.boxes.length > 0 || group.groups.length > 0);
  const edges = whole.edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to));
  return {
    groups: keep(whole.groups),
    boxes: whole.boxes.filter((box) => shown.has(box.key)),
    edges: edges.slice(0, blockLimits.edges),
    leftOut: whole.leftOut,
  };
}

/** Blocks of at most so many boxes; one that is too long as text is halved. */
function toBlocks(whole: Picture, boxes: readonly string[]): string[] {
  if (boxes.length === 0) return [];
  if (boxes.length <= blockLimits.boxes) {
    const text = toFlowchart(partOf(whole, new Set(boxes)));
    if (text.length <= blockLimits.characters || boxes.length === 1) return [text];
  }
  const middle = boxes.length > blockLimits.boxes ? blockLimits.boxes : Math.ceil(boxes.length / 2);
  return [...toBlocks(whole, boxes.slice(0, middle)), ...toBlocks(whole, boxes.slice(middle))];
}

function countEdges(text: string): number {
  return text.split('\n').filter((line) => / -\.?-*>/u.test(line)).length;
}

function split(reader: PlanReader): { files: ExportedFile[]; notFitted: NotFitted[] } {
  const estate = toDrawnEstate(reader);
  const overview = toOverviewPicture(estate);
  const roots = toRoots(estate);
  const files: ExportedFile[] = [
    { path: '00-overview.mmd', content: withComment(toFlowchart(overview), overview.leftOut) },
  ];
  // Made once: each block is a part of it.
  const whole = toEstatePicture(reader, null);
  let drawn = 0;
  for (const [index, { name, boxes }] of roots.entries()) {
    const blocks = toBlocks(whole, boxes);
    for (const [part, text] of blocks.entries()) {
      drawn += countEdges(text);
      const head = `${String(index + 1).padStart(2, '0')}-${toFileName(name ?? 'no provider named', 'place')}`;
      const path = `${head}${blocks.length === 1 ? '' : `-${part + 1}`}.mmd`;
      const leftOut = ['dependencies that lead out of this block: see 00-overview.mmd'];
      files.push({ path, content: withComment(text, leftOut) });
    }
  }
  const all = whole.edges.length;
  const count = Math.max(0, all - drawn);
  return {
    files,
    notFitted: count === 0 ? [] : [{ field: 'dependencies between blocks', count, examples: [] }],
  };
}

/** The estate with the marks of the plan as Mermaid flowcharts: one where it fits, else an overview and one or more a provider. */
export const mermaidExporter: Exporter = {
  format: 'mermaid',
  title: 'Mermaid',
  export: (plan, report, options) => {
    const reader = toPlanReader(plan, report, options);
    const small = new Set(toBoxKeys(toDrawnEstate(reader)).values()).size <= blockLimits.boxes;
    if (small) {
      const picture = toEstatePicture(reader, null);
      const text = toFlowchart(picture);
      if (fitsBlock(picture, text)) {
        const path = `${toFileName(plan.name)}.mmd`;
        return { files: [{ path, content: withComment(text, picture.leftOut) }], notFitted: [] };
      }
    }
    return split(reader);
  },
};
