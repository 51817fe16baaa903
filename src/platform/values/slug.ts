const longestSlug = 80;

const spellings: ReadonlyMap<number | undefined, string> = new Map([
  [0xe4, "ae"],
  [0xf6, "oe"],
  [0xfc, "ue"],
  [0xdf, "ss"],
]);

const spelledOut = (letter: string) =>
  spellings.get(letter.codePointAt(0)) ?? letter;

/** Last part of an address, made of a title; `taken` gets a number behind it. `nameless`: for a title without a letter of the alphabet. */
export function slugOf(
  title: string,
  taken: ReadonlySet<string>,
  nameless: string,
): string {
  const base =
    title
      .toLowerCase()
      .replaceAll(/[\u00E4\u00F6\u00FC\u00DF]/g, spelledOut)
      .normalize("NFD")
      .replaceAll(/\p{Mn}/gu, "")
      .replaceAll(/[^a-z0-9]+/g, "-")
      .slice(0, longestSlug)
      .replaceAll(/^-+|-+$/g, "") || nameless;
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${String(number)}`)) number += 1;
  return `${base}-${String(number)}`;
}
