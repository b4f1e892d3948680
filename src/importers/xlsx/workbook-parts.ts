import { fail, ok, type Result } from '#core/base/result.ts';
import { scanPart, type Archive } from './scan-part.ts';
import type { ArchiveProblem } from './zip-directory.ts';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly part: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
}

/** What the workbook says of itself. */
export interface WorkbookParts {
  readonly sheets: readonly ListedSheet[];
  readonly strings: string;
  readonly styles: string;
  readonly from1904: boolean;
  /** Links to other files and places; they are never followed. */
  readonly links: number;
}

interface Relations {
  readonly targets: ReadonlyMap<string, { readonly type: string; readonly part: string }>;
  readonly links: number;
}

/** A path inside the archive, relative to the folder of `from`; a leading slash begins at the top. */
function toPart(from: string, target: string): string {
  const path = target.startsWith('/')
    ? target.slice(1)
    : `${from.slice(0, from.lastIndexOf('/') + 1)}${target}`;
  const kept: string[] = [];
  for (const piece of path.split('/')) {
    if (piece === '..') kept.pop();
    else if (piece !== '.' && piece !== '') kept.push(piece);
  }
  return kept.join('/');
}

function readRelations(archive: Archive, part: string): Result<Relations, ArchiveProblem> {
  const targets = new Map<string, { type: string; part: string }>();
  let links = 0;
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const scanned = scanPart(archive, name, {
    open: (element, attributes) => {
      if (element !== 'Relationship') return undefined;
      const type = attributes['Type'] ?? '';
      if (attributes['TargetMode'] === 'External') links += 1;
      else {
        targets.set(attributes['Id'] ?? '', {
          type: type.slice(type.lastIndexOf('/') + 1),
          part: toPart(part, attributes['Target'] ?? ''),
        });
      }
      return undefined;
    },
  });
  return scanned.ok ? ok({ targets, links }) : scanned;
}

const binary: ArchiveProblem = {
  code: 'is-xlsb',
  message: 'It is a binary Excel workbook (.xlsb). Save it as .xlsx and import that.',
};

/** The part that lists the sheets: named by the content types, else where every program puts it. */
function findMainPart(archive: Archive): Result<string, ArchiveProblem> {
  let main = '';
  let isBinary = archive.entries.has('xl/workbook.bin');
  const scanned = scanPart(archive, '[Content_Types].xml', {
    open: (element, attributes) => {
      const type = attributes['ContentType'] ?? '';
      if (element !== 'Override') return undefined;
      if (/\.sheet\.binary\./u.test(type)) isBinary = true;
      if (/(?:sheet|template|macroEnabled)\.main\+xml$/u.test(type)) {
        main = toPart('', attributes['PartName'] ?? '');
      }
      return undefined;
    },
  });
  if (!scanned.ok) return scanned;
  if (main === '' && isBinary) return fail(binary);
  return ok(main === '' ? 'xl/workbook.xml' : main);
}

function toState(value: string | undefined): ListedSheet['state'] {
  return value === 'hidden' || value === 'veryHidden' ? value : 'visible';
}

/** Reads which sheets a workbook has and where its texts and styles are. Charts and macro sheets are no sheets here. */
export function readWorkbookParts(archive: Archive): Result<WorkbookParts, ArchiveProblem> {
  const main = findMainPart(archive);
  if (!main.ok) return main;
  const relations = readRelations(archive, main.value);
  if (!relations.ok) return relations;
  const { targets, links } = relations.value;
  const sheets: ListedSheet[] = [];
  let from1904 = false;
  const scanned = scanPart(archive, main.value, {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '');
      if (element !== 'sheet') return undefined;
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1];
      const target = targets.get(id ?? '');
      if (target === undefined || target.type !== 'worksheet') return undefined;
      sheets.push({
        name: attributes['name'] ?? '',
        part: target.part,
        state: toState(attributes['state']),
      });
      return undefined;
    },
  });
  if (!scanned.ok) return scanned;
  const partOf = (type: string): string =>
    [...targets.values()].find((target) => target.type === type)?.part ?? '';
  return ok({ sheets, strings: partOf('sharedStrings'), styles: partOf('styles'), from1904, links });
}
