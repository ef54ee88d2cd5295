// Writes a table as CSV (RFC 4180) that a spreadsheet shows and does not run; pure.

/** What a spreadsheet takes for the beginning of a formula, in any width of letters. */
const formula = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A negative number, such as a longitude, is not a formula and stays as it is. */
const number = /^-?\d+(?:\.\d+)?$/;

/** @param rows the first holds the names of the columns; a field that looks like a formula is given an apostrophe */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(renderField).join(',')}\r\n`).join('');
}

function renderField(text: string): string {
  const harmless = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
