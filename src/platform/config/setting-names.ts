import { readSettings } from "./settings.ts";

/** Environment variables that the program reads, found by letting it read. */
export function settingNames(): ReadonlySet<string> {
  const names = new Set<string>();
  readSettings(
    new Proxy<Record<string, string | undefined>>(
      {},
      {
        get: (_none, name) => {
          names.add(String(name));
          return undefined;
        },
      },
    ),
  );
  return names;
}

const shortestName = 6;
const mostSlips = 2;

export type Misspelt = { readonly given: string; readonly meant: string };

/** Variables that nobody reads, but that are a slip of the pen away from a setting: what they say would have no effect. Of this process where none are given. */
export function misspeltSettings(
  given: readonly string[] = Object.keys(process.env),
): readonly Misspelt[] {
  const known = [...settingNames()].filter(
    (name) => name.length >= shortestName,
  );
  return given
    .filter((name) => name.length >= shortestName && !known.includes(name))
    .flatMap((name) => {
      const meant = known.find(
        (setting) => slips(name.toUpperCase(), setting) <= mostSlips,
      );
      return meant === undefined ? [] : [{ given: name, meant }];
    });
}

/** How many letters must be put in, taken out or changed to make one word of the other. */
function slips(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (const [column, wanted] of Array.from(other).entries())
      next.push(
        Math.min(
          (next[column] ?? 0) + 1,
          (row[column + 1] ?? 0) + 1,
          (row[column] ?? 0) + (letter === wanted ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
