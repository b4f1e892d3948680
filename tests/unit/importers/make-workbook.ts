import { strToU8, zipSync } from 'fflate';

/** A cell of a test sheet: a text, a number, or the XML of a `<c>` element without its reference. */
export type TestCell = string | number | null | { readonly xml: string };

/** A sheet of a test workbook. */
export interface TestSheet {
  readonly rows?: readonly (readonly TestCell[])[];
  readonly state?: string;
  /** XML in place of the rows. */
  readonly data?: string;
  /** XML before and behind the rows. */
  readonly head?: string;
  readonly tail?: string;
}

/** What a test workbook is made of besides its sheets. */
export interface TestWorkbook {
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly prologue?: Readonly<Record<string, string>>;
  readonly parts?: Readonly<Record<string, Uint8Array>>;
  readonly relations?: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function toReference(column: number, line: number): string {
  const letters: string[] = [];
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters.unshift(String.fromCharCode(65 + ((left - 1) % 26)));
  }
  return `${letters.join('')}${line}`;
}

function toCell(cell: TestCell, column: number, line: number): string {
  if (cell === null) return '';
  const at = ` r="${toReference(column, line)}"`;
  if (typeof cell === 'number') return `<c${at}><v>${cell}</v></c>`;
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c${at}`);
  return `<c${at} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

function toSheet(sheet: TestSheet): string {
  const rows = (sheet.rows ?? []).map((cells, index) => {
    const line = index + 1;
    return `<row r="${line}">${cells.map((cell, column) => toCell(cell, column, line)).join('')}</row>`;
  });
  return `<worksheet xmlns="${main}"><dimension ref="A1:CL1048576"/>${sheet.head ?? ''}<sheetData>${sheet.data ?? rows.join('')}</sheetData>${sheet.tail ?? ''}</worksheet>`;
}

/** The parts of an Excel workbook as texts by name. */
export function toParts(
  sheets: Readonly<Record<string, TestSheet>>,
  more: TestWorkbook = {},
): Record<string, string> {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">${more.workbookPr ?? ''}<sheets>${names
      .map((name, index) => {
        const state = sheets[name]?.state;
        return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="r${index}"/>`;
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map(
        (_, index) =>
          `<Relationship Id="r${index}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="s" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="t" Type="${office}/styles" Target="styles.xml"/>${more.relations ?? ''}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${more.strings ?? ''}</sst>`,
    'xl/styles.xml': more.styles ?? `<styleSheet xmlns="${main}"/>`,
  };
  names.forEach((name, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = toSheet(sheets[name] ?? {});
  });
  for (const [name, prologue] of Object.entries(more.prologue ?? {})) {
    parts[name] = `${prologue}${parts[name] ?? '<x/>'}`;
  }
  return parts;
}

/** The bytes of an Excel workbook with these sheets, in their order. */
export function makeWorkbook(
  sheets: Readonly<Record<string, TestSheet>>,
  more: TestWorkbook = {},
): Uint8Array {
  const parts = Object.entries(toParts(sheets, more)).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync({ ...Object.fromEntries(parts), ...more.parts });
}
