const longestSlug = 80;

/** Last part of an address, made of a title; `taken` gets a number behind it. */
export function slugOf(title: string, taken: ReadonlySet<string>): string {
  const base =
    title
      .toLowerCase()
      .replaceAll("\u00E4", "ae")
      .replaceAll("\u00F6", "oe")
      .replaceAll("\u00FC", "ue")
      .replaceAll("\u00DF", "ss")
      .normalize("NFD")
      .replaceAll(/\p{Mn}/gu, "")
      .replaceAll(/[^a-z0-9]+/g, "-")
      .slice(0, longestSlug)
      .replaceAll(/^-+|-+$/g, "") || "leistung";
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${String(number)}`)) number += 1;
  return `${base}-${String(number)}`;
}
