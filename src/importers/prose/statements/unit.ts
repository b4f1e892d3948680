import type { Block, RichText, Row } from '#core/importers/prose/outline/block.ts';
import { emptyText } from '#core/importers/prose/outline/block.ts';
import type { QuotableOutline } from '#core/importers/prose/outline/to-outline.ts';
import { toSentences, type Sentence } from './sentences.ts';

/** A unit of text with its place in the document. Indices point into the list of all units; -1 means none. */
export interface Unit {
  readonly index: number;
  readonly role: 'title' | 'item' | 'text' | 'term' | 'field' | 'table';
  readonly text: RichText;
  /** Name of a field. */
  readonly name: RichText;
  readonly rows: readonly Row[];
  /** The item, term or announcing paragraph that this stands in, else the title. */
  readonly parent: number;
  /** The heading above. */
  readonly title: number;
  /** Level of a title. */
  readonly level: number;
  readonly sentences: readonly Sentence[];
}

/** A document as a list of units in its order, and who stands in whom. */
export interface UnitList {
  readonly outline: QuotableOutline;
  readonly units: readonly Unit[];
  readonly childrenOf: (index: number) => readonly Unit[];
}

const roles: Readonly<Record<Block['kind'], Unit['role'] | null>> = {
  document: null,
  section: 'title',
  item: 'item',
  paragraph: 'text',
  term: 'term',
  field: 'field',
  table: 'table',
  code: null,
};

/** Flattens an outline; deep nesting is walked with a stack of its own, not with the call stack. */
export function toUnits(outline: QuotableOutline): UnitList {
  const units: Unit[] = [];
  const children = new Map<number, Unit[]>();
  const stack: { block: Block; parent: number; title: number }[] = [
    { block: outline.root, parent: -1, title: -1 },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { block, parent, title } = next;
    const role = roles[block.kind];
    let inside = parent;
    let below = title;
    if (role !== null) {
      const unit: Unit = {
        index: units.length,
        role,
        text: block.text,
        name: block.name.plain === '' ? emptyText : block.name,
        rows: block.rows,
        parent,
        title,
        level: block.level,
        sentences: role === 'table' ? [] : toSentences(block.text.plain),
      };
      units.push(unit);
      const siblings = children.get(parent);
      if (siblings === undefined) children.set(parent, [unit]);
      else siblings.push(unit);
      inside = unit.index;
      if (role === 'title') below = unit.index;
    }
    for (let i = block.children.length - 1; i >= 0; i -= 1) {
      const child = block.children[i];
      if (child !== undefined) stack.push({ block: child, parent: inside, title: below });
    }
  }
  return { outline, units, childrenOf: (index) => children.get(index) ?? [] };
}
