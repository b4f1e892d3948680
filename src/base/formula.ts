const trigger = /^[\s\uFEFF']*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/u;

/** A value that a spreadsheet would run as a formula (OWASP, "CSV Injection"); plain numbers are none. */
export function isFormula(text: string): boolean {
  return trigger.test(text) && !plainNumber.test(text);
}

/** Takes off the one quote mark that a careful export puts before a cell that a spreadsheet would run. */
export function withoutFormulaGuard(text: string): string {
  return text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;
}
