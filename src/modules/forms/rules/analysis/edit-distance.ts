/** How many letters must be changed, added, left out to come from one word to another. */
export function editDistance(from: string, to: string): number {
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
