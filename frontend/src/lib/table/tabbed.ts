/** The text form in which spreadsheets give and take cells: tabs between cells, lines between rows, quotes where needed. */

export type Block = readonly (readonly string[])[];

/** Cells with quotes may hold tabs, line breaks and doubled quotes. The line break at the very end begins no row. */
export function readTabbed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === "" && closes(text, at)) isQuoted = true;
    else if (letter === "\t") endCell();
    else if (letter === "\n") endRow();
    else if (letter === "\r") {
      if (text[at + 1] !== "\n") endRow();
    } else cell += letter;
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows;
}

/** Whether a quote at this place has its end at the end of a cell: a lone quote is a letter like others. */
function closes(text: string, start: number): boolean {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at += 1;
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1] ?? "");
  }
  return false;
}

export const tabbedOf = (block: Block): string => block.map((row) => row.map(quoted).join("\t")).join("\n");

const quoted = (cell: string): string => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
