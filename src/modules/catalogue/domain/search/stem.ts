/** Endings that carry no meaning for a search, longest first, with the letters that must remain. */
const endings: readonly { readonly ending: string; readonly keep: number }[] = [
  { ending: "ungen", keep: 4 },
  { ending: "ungs", keep: 4 },
  { ending: "ung", keep: 4 },
  { ending: "en", keep: 3 },
  { ending: "er", keep: 4 },
  { ending: "es", keep: 4 },
  { ending: "em", keep: 4 },
  { ending: "e", keep: 4 },
  { ending: "n", keep: 4 },
  { ending: "s", keep: 4 },
];

/**
 * Cuts German endings of a folded word, so that "Anmeldung", "anmelden" and "Anmeldungen" become the same.
 * Coarser than a dictionary and stable: words of the catalogue and of the search go through the same cut.
 * @see Weissweiler & Fraser, CISTEM (2017), for the endings
 */
export function stemOf(word: string): string {
  const found = endings.find(
    ({ ending, keep }) =>
      word.endsWith(ending) && word.length - ending.length >= keep,
  );
  // a doubled letter belongs to the stem: "Pass", "Zulass(ung)"
  if (!found || /(.)\1$/.test(word)) return word;
  return stemOf(word.slice(0, -found.ending.length));
}
