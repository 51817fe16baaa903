import { foldText } from "../../../platform/values/fold-text.ts";

/** Raise it when the rules below change: what was indexed by older ones is indexed again. */
export const searchVersion = 1;

/** An application says who and what in its first words; nobody searches by the hundredth. */
const mostWords = 60;
const mostAskedWords = 6;
const shortest = 2;

/** Words to find a Vorgang by, as they are compared: folded, each once. */
export function searchWordsOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap(wordsOf))].slice(0, mostWords);
}

/** Words that somebody looks for; more than a few make no list shorter. */
export function askedWordsOf(search: string): readonly string[] {
  return [...new Set(wordsOf(search))].slice(0, mostAskedWords);
}

/** What somebody typed as the beginning of a number, the way numbers are written: `7k4m 29` → `7K4M-29`; undefined for what cannot be one. */
export function askedReferenceOf(search: string): string | undefined {
  const typed = search.toUpperCase().replaceAll(/[\s\-–—._/]/gu, "");
  if (!/^[0-9A-Z]{4,11}$/.test(typed)) return undefined;
  return typed.replace(/^(.{4})(.{1,4})?(.+)?$/, (_all, ...groups: unknown[]) =>
    groups
      .slice(0, 3)
      .filter((group) => typeof group === "string")
      .join("-"),
  );
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .split(" ")
    .filter((word) => word.length >= shortest && word.length <= 60);
}
