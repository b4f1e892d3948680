// Outside of XML 1.0 (section 2.2): nothing may write them, not even as a reference.
// oxlint-disable-next-line eslint/no-control-regex -- they are what is taken out
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * A text as the content of an XML element or attribute (in either sort of quotes): markup and line ends as references,
 * signs that XML 1.0 has no place for left out, lone surrogates as U+FFFD.
 */
export function toXmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>"'\t\n\r]/gu, (sign) => entities[sign] ?? sign);
}
