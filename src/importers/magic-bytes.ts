const zip = 'It is an archive (zip), not text. Unpack it and import the files inside.';

interface Signature {
  readonly what: string;
  readonly bytes: readonly number[];
  readonly message: string;
}

const signatures: readonly Signature[] = [
  {
    what: 'ole',
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    message:
      'It is an old Excel or an encrypted Office file. Open it in its program and save the sheet as CSV.',
  },
  {
    what: 'gzip',
    bytes: [0x1f, 0x8b],
    message: 'It is compressed (gzip). Unpack it and import the file inside.',
  },
  {
    what: 'pdf',
    bytes: [0x25, 0x50, 0x44, 0x46],
    message: 'It is a PDF. Export the text or the table behind it and import that.',
  },
  { what: 'png', bytes: [0x89, 0x50, 0x4e, 0x47], message: 'It is a picture (PNG), not text.' },
  { what: 'jpeg', bytes: [0xff, 0xd8, 0xff], message: 'It is a picture (JPEG), not text.' },
  { what: 'program', bytes: [0x7f, 0x45, 0x4c, 0x46], message: 'It is a program, not text.' },
  {
    what: 'sqlite',
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
    message: 'It is an SQLite database. Export its tables as CSV.',
  },
  {
    what: '7z',
    bytes: [0x37, 0x7a, 0xbc, 0xaf],
    message: 'It is an archive (7z), not text. Unpack it and import the files inside.',
  },
  {
    what: 'xz',
    bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a],
    message: 'It is compressed (xz). Unpack it and import the file inside.',
  },
  {
    what: 'zstd',
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    message: 'It is compressed (zstd). Unpack it and import the file inside.',
  },
  {
    what: 'rtf',
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    message: 'It is a Rich Text file. Save it as plain text or Markdown.',
  },
];

/** What an old Office file holds, by the names of its streams, which stand in UTF-16. */
const oleContents: readonly { readonly what: string; readonly name: string; readonly message: string }[] = [
  {
    what: 'encrypted',
    name: 'EncryptedPackage',
    message: 'It is an Office file that is protected by a password. Save it without one and import that.',
  },
  {
    what: 'xls',
    name: 'Workbook',
    message: 'It is an old Excel workbook (.xls). Save it as .xlsx or CSV and import that.',
  },
];

/** What a zip holds, by the names inside of it. */
const zipContents: readonly { readonly what: string; readonly name: string; readonly message: string }[] = [
  {
    what: 'xlsx',
    name: 'xl/workbook',
    message: 'It is an Excel workbook (.xlsx).',
  },
  {
    what: 'docx',
    name: 'word/document',
    message: 'It is a Word document (.docx). Save it as plain text or Markdown.',
  },
  {
    what: 'ods',
    name: 'opendocument',
    message: 'It is an OpenDocument file. Save the sheet as CSV or the text as plain text.',
  },
];

function startsWith(bytes: Uint8Array, head: readonly number[], at = 0): boolean {
  return head.every((byte, index) => bytes[at + index] === byte);
}

/** Whether ASCII text stands somewhere in the first or last 64 KiB, where a zip lists its names. */
function holdsAscii(bytes: Uint8Array, text: string): boolean {
  const codes = Array.from(text, (letter) => letter.charCodeAt(0));
  const edge = 65_536;
  const windows = [bytes.subarray(0, edge), bytes.subarray(Math.max(edge, bytes.length - edge))];
  return windows.some((part) => {
    for (let at = part.indexOf(codes[0] ?? 0); at >= 0; at = part.indexOf(codes[0] ?? 0, at + 1)) {
      if (startsWith(part, codes, at)) return true;
    }
    return false;
  });
}

function holdsWideText(bytes: Uint8Array, text: string): boolean {
  const codes = Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat();
  const first = codes[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, codes, at)) return true;
  }
  return false;
}

function beginsAsHtml(bytes: Uint8Array): boolean {
  const head = [...bytes.subarray(0, 512)].map((byte) => String.fromCharCode(byte)).join('');
  return /^(?:\u00ef\u00bb\u00bf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype\s{1,9}html|html)[\s>]/iu.test(
    head,
  );
}

/** What a file is when its first bytes show that it is not plain text, with a sentence what to do; `null` for text. */
export function findForeignFormat(
  bytes: Uint8Array,
): { readonly what: string; readonly message: string } | null {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    const inside = zipContents.find(({ name }) => holdsAscii(bytes, name));
    return inside ?? { what: 'zip', message: zip };
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const inside = oleContents.find(({ name }) => holdsWideText(bytes, name));
    if (inside !== undefined) return inside;
  }
  const known = signatures.find((signature) => startsWith(bytes, signature.bytes));
  if (known !== undefined) return known;
  if (beginsAsHtml(bytes)) {
    return {
      what: 'html',
      message: 'It is a web page (HTML). Copy its text into a Markdown or text file and import that.',
    };
  }
  return null;
}
