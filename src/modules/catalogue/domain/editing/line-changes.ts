/** A line of a text, and whether only this one of two texts has it. */
export type ComparedLine = {
  readonly text: string;
  readonly isOnlyHere: boolean;
};

/** Texts with more lines are shown as two whole texts. */
const mostLines = 400;

/** Lines of two texts, each with a mark where the other has none like it at this place (longest common subsequence). */
export function compareLines(
  before: string,
  after: string,
): { readonly before: ComparedLine[]; readonly after: ComparedLine[] } {
  const [one, other] = [linesOf(before), linesOf(after)];
  if (Math.max(one.length, other.length) > mostLines)
    return { before: marked(one, new Set()), after: marked(other, new Set()) };
  const common = commonLines(one, other);
  return {
    before: marked(one, new Set(common.map(([index]) => index))),
    after: marked(other, new Set(common.map(([, index]) => index))),
  };
}

const linesOf = (text: string) =>
  text.split("\n").filter((line) => line.trim() !== "");

const marked = (lines: readonly string[], common: ReadonlySet<number>) =>
  lines.map((text, index) => ({ text, isOnlyHere: !common.has(index) }));

function commonLines(
  one: readonly string[],
  other: readonly string[],
): [number, number][] {
  const lengths = lengthsOf(one, other);
  const lengthAt = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  const found: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < one.length && column < other.length) {
    if (one[row] === other[column]) {
      found.push([row, column]);
      row += 1;
      column += 1;
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
    else column += 1;
  }
  return found;
}

/** How many lines are common from here to the ends. */
function lengthsOf(
  one: readonly string[],
  other: readonly string[],
): readonly (readonly number[])[] {
  const lengths: number[][] = [other.map(() => 0)];
  for (const line of one.toReversed()) {
    const below = lengths[0] ?? [];
    const row: number[] = [];
    for (let column = other.length - 1; column >= 0; column -= 1)
      row[column] =
        line === other[column]
          ? (below[column + 1] ?? 0) + 1
          : Math.max(below[column] ?? 0, row[column + 1] ?? 0);
    lengths.unshift(row);
  }
  return lengths;
}
