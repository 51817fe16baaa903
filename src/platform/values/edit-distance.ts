/**
 * Fewest letters to insert, leave out, replace or swap (neighbours) to get from one word to the other.
 * Gives up above `most` and answers `most + 1`.
 * @see Damerau (1964); optimal string alignment
 */
export function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  const rows = distanceRows(from, to, (column) => column);
  return Math.min(rows.at(-1)?.at(-1) ?? 0, most + 1);
}

/** As `editDistance`, to the best matching part of `text`: finds a word with a typing error inside a compound. @see Sellers (1980) */
export function editDistanceWithin(word: string, text: string): number {
  const rows = distanceRows(word, text, () => 0);
  return Math.min(...(rows.at(-1) ?? [word.length]));
}

function distanceRows(
  from: string,
  to: string,
  firstRow: (column: number) => number,
): number[][] {
  const rows: number[][] = [
    Array.from({ length: to.length + 1 }, (_, column) => firstRow(column)),
  ];
  for (let row = 1; row <= from.length; row += 1) {
    const cells = [row];
    rows.push(cells);
    for (let column = 1; column <= to.length; column += 1) {
      cells.push(cheapest(rows, { from, to, row, column }));
    }
  }
  return rows;
}

type Cell = { from: string; to: string; row: number; column: number };

function cheapest(rows: readonly number[][], cell: Cell): number {
  const { from, to, row, column } = cell;
  const at = (up: number, left: number) =>
    rows[row - up]?.[column - left] ?? Number.POSITIVE_INFINITY;
  const replaced = at(1, 1) + (from[row - 1] === to[column - 1] ? 0 : 1);
  const isSwap =
    from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
  const swapped =
    isSwap && row > 1 && column > 1 ? at(2, 2) + 1 : Number.POSITIVE_INFINITY;
  return Math.min(at(1, 0) + 1, at(0, 1) + 1, replaced, swapped);
}

/** How many letters must be changed, added, left out to come from one word to another; two that are swapped are two changes. @see Levenshtein (1966) */
export function letterChanges(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const [left = 0, above = 0, diagonal = 0] = [
        next[column - 1],
        row[column],
        row[column - 1],
      ];
      const isSame = to[column - 1] === letter;
      next.push(Math.min(left + 1, above + 1, diagonal + (isSame ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
