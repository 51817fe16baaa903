import { letterChanges } from "../values/edit-distance.ts";
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
        (setting) => letterChanges(name.toUpperCase(), setting) <= mostSlips,
      );
      return meant === undefined ? [] : [{ given: name, meant }];
    });
}
