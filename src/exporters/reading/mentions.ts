import { sortedBy } from '#core/base/compare.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';

const most = 8;

function isWordSign(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}_-]/u.test(sign);
}

/** Whether a name stands in a line as a word of its own (`dev` does not stand in `dev02` or `web-dev`), in any case. */
function isMentioned(line: string, name: string): boolean {
  for (let at = line.indexOf(name); at !== -1; at = line.indexOf(name, at + 1)) {
    if (!isWordSign(line[at - 1]) && !isWordSign(line[at + name.length])) return true;
  }
  return false;
}

/**
 * The places of all sources at which a node is mentioned by name, besides where its evidence points: `servers.md:155, 166`,
 * one text a source. Only prose keeps its text, so for tables these are the lines of the evidence.
 */
export function findMentions(plan: Plan, node: InventoryNode): string[] {
  const name = node.name.trim().toLowerCase();
  return sortedBy(
    plan.sources,
    (source) => source.name,
    (source) => source.id,
  ).flatMap((source) => {
    const lines = new Set(
      node.evidence
        .filter((each) => each.source === source.id && (source.text === null || each.field === 'name'))
        .map((each) => each.line),
    );
    if (source.text !== null && name.length > 1) {
      for (const [index, line] of source.text.toLowerCase().split('\n').entries()) {
        if (isMentioned(line, name)) lines.add(index + 1);
      }
    }
    const all = [...lines].sort((a, b) => a - b);
    if (all.length === 0) return [];
    const more = all.length > most ? `, +${all.length - most}` : '';
    return [`${source.name}:${all.slice(0, most).join(', ')}${more}`];
  });
}
