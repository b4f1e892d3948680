import { type Block, emptyText, type OutlineUnit, type Piece, type RichText } from './block.ts';

interface Growing {
  readonly kind: Block['kind'];
  readonly level: number;
  readonly indent: number;
  readonly text: RichText;
  readonly name: RichText;
  readonly rows: Block['rows'];
  readonly children: Growing[];
}

/** Turns pieces into text. */
type TextMaker = (pieces: readonly Piece[]) => RichText;

function grow(kind: Block['kind'], indent: number, fields: Partial<Growing> = {}): Growing {
  return { kind, level: 0, indent, text: emptyText, name: emptyText, rows: [], children: [], ...fields };
}

const leadIn = /:\s*$|\b(?:following|as follows|below|these are|folgende[nrs]?)\b/iu;

/**
 * Parts a paragraph at the line breaks that were meant: the next word would still have fitted into the paragraph's width, and
 * the next line starts like a new statement. What was only wrapped stays one unit.
 */
function partsOf(pieces: readonly Piece[], wordAt: (piece: Piece) => LineWords): Piece[][] {
  const width = Math.max(...pieces.map((piece) => piece.to - piece.from), 0);
  const parts: Piece[][] = [];
  const entries = pieces.filter((piece) => wordAt(piece).entry).length;
  const isList =
    entries > 1 && entries * 2 >= pieces.length && wordAt(pieces[0] ?? { line: 0, from: 0, to: 0 }).entry;
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    const { first } = wordAt(piece);
    const meant =
      before !== undefined &&
      before.to - before.from + 1 + first.length <= width &&
      /^[\p{Lu}"“`*!\-[\p{N}]/u.test(first) &&
      !/[,(&/]$|^(?:and|or|the|a|an|of|for|to|in|on|with|by|at|from|und|oder|der|die|das)$/iu.test(
        wordAt(before).last,
      ) &&
      before.to - before.from < width - 12;
    const label = before !== undefined && wordAt(piece).label !== '' && !/[,(&-]$/u.test(wordAt(before).last);
    const part = parts.at(-1);
    if (part === undefined || meant || label || (isList && wordAt(piece).entry)) parts.push([piece]);
    else part.push(piece);
  });
  return parts;
}

/** Labels with which a new statement begins whatever stood before. */
const labelWords =
  /^(?:owner|owners|contact|contacts|responsible|maintainer|managed by|maintained by|url|current url|ip|address|os|ram|role|status|access|support|verantwortlich|ansprechpartner|kontakt|betrieb)s?:/iu;

/** A line that opens with a label or a name and says something of it ("**Owner:** Ann", "web1 - nginx"). */
const entryLine =
  /^(?:[*_]{0,2}\p{Lu}[\p{L}/-]{1,20}(?:\s[\p{L}/-]{1,16}){0,2}:[*_]{0,2}\s|[*_`]{0,2}[\p{L}\d][\w.-]{1,40}[*_`]{0,2}\s(?:[-–—]|-+>|→|=>)\s)\S/u;

/** What the first and last words of a line are, and whether it opens like a new statement. */
interface LineWords {
  readonly first: string;
  readonly last: string;
  readonly label: string;
  readonly entry: boolean;
}

function wordsOfLine(lines: readonly string[]): (piece: Piece) => LineWords {
  return (piece) => {
    const words = (lines[piece.line - 1] ?? '')
      .slice(piece.from, Math.min(piece.to, piece.from + 2000))
      .trim()
      .split(/\s+/u);
    const label = labelWords.exec(words.slice(0, 3).join(' '))?.[0] ?? '';
    const entry = entryLine.test(words.slice(0, 8).join(' '));
    return { first: words[0] ?? '', last: words.at(-1) ?? '', label, entry };
  };
}

/** Makes the tree: sections by level, lists and what belongs to them by indent, a list below the line that announces it. */
export function buildOutline(
  units: readonly OutlineUnit[],
  lines: readonly string[],
  toText: TextMaker,
): Block {
  const root = grow('document', -1);
  const sections: Growing[] = [root];
  let lists: Growing[] = [];
  let lead: Growing | null = null;
  let named = -1;
  let isNamed = false;
  const wordAt = wordsOfLine(lines);
  const section = (): Growing => sections.at(-1) ?? root;
  const placeFor = (indent: number): Growing => {
    while (lists.length > 0 && (lists.at(-1)?.indent ?? -1) >= indent) lists.pop();
    return lists.at(-1) ?? section();
  };
  for (const unit of units) {
    switch (unit.is) {
      case 'heading': {
        while (sections.length > 1 && section().level >= unit.level) sections.pop();
        const made = grow('section', -1, { level: unit.level, text: toText(unit.text) });
        section().children.push(made);
        sections.push(made);
        lists = [];
        lead = null;
        break;
      }
      case 'item': {
        const made = grow('item', unit.indent, { text: toText(unit.text) });
        const place: Growing = placeFor(unit.indent);
        // A paragraph that opens with a set-apart name holds the list only when that follows at once.
        if (isNamed && named >= 0 && unit.text[0]?.line !== named + 1) lead = null;
        named = -1;
        isNamed = false;
        const announced: Growing | null = lead !== null && place === section() ? lead : null;
        (announced ?? place).children.push(made);
        lists.push(made);
        break;
      }
      case 'paragraph': {
        const place: Growing = placeFor(unit.indent);
        if (place === section()) lead = null;
        for (const part of partsOf(unit.text, wordAt)) {
          const made: Growing = grow('paragraph', unit.indent, { text: toText(part) });
          place.children.push(made);
          const [mark] = made.text.marks;
          const opens = mark?.from === 0 && (mark.kind === 'strong' || mark.kind === 'code');
          named = opens ? (part.at(-1)?.line ?? -1) : -1;
          if (place === section() && (opens || leadIn.test(made.text.plain.slice(-300)))) lead = made;
          isNamed = opens && !leadIn.test(made.text.plain.slice(-300));
        }
        break;
      }
      case 'term': {
        const made = grow('term', unit.indent, { text: toText(unit.text) });
        placeFor(unit.indent).children.push(made);
        lists.push(made);
        lead = null;
        break;
      }
      case 'field': {
        const made = grow('field', unit.indent, { name: toText(unit.name), text: toText(unit.text) });
        placeFor(unit.indent).children.push(made);
        lists.push(made);
        break;
      }
      case 'table': {
        const rows = unit.rows.map((row) => ({ cells: row.cells.map(toText), header: row.header }));
        placeFor(unit.indent + 1).children.push(grow('table', unit.indent, { rows }));
        break;
      }
      case 'code':
        break;
    }
  }
  return root;
}
