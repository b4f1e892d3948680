import { toMemoryHash, type ReportMemory } from '#core/exporters/marked/memory.ts';
import { toKindOf } from '#core/exporters/marked/mark.ts';
import { toTaskFields, type ReadReport, type ReportItem } from '#core/exporters/marked/read-items.ts';

/**
 * A line of a checklist whose mark an editor lost is still known by its words: where just one task of the export had them and
 * its mark is nowhere else, it is that task.
 */
export function withLostMarks(report: ReadReport, memory: ReportMemory): ReadReport {
  const there = new Set(report.items.map((item) => item.key));
  const lost = new Map<string, string[]>();
  for (const [key, fields] of memory.items) {
    if (there.has(key) || toKindOf(key) !== 'task') continue;
    const hash = fields.get('text') ?? '';
    lost.set(hash, [...(lost.get(hash) ?? []), key]);
  }
  if (lost.size === 0) return report;
  const used = new Set(report.used);
  const found: ReportItem[] = [];
  for (const [index, block] of report.blocks.entries()) {
    if (used.has(index) || block.box === null) continue;
    const fields = toTaskFields(block);
    const hash = toMemoryHash(fields.get('text') ?? '');
    const [key, more] = lost.get(hash) ?? [];
    if (key === undefined || more !== undefined) continue;
    lost.delete(hash);
    used.add(index);
    const { line, section } = block;
    found.push({ key, kind: 'task', line, block: index, isStruck: false, fields, section });
  }
  return { ...report, used, items: [...report.items, ...found].sort((a, b) => a.block - b.block) };
}
