import type { Office } from "./office.ts";

/** An office with its departments below. */
export type OfficeNode = {
  readonly office: Office;
  readonly departments: readonly OfficeNode[];
};

/** Offices as a tree, in the given order. One that belongs to none of them, or to itself over others, stands on top. */
export function officeTree(offices: readonly Office[]): readonly OfficeNode[] {
  const below = (slug: string): readonly OfficeNode[] =>
    offices
      .filter(({ partOf, slug: own }) => partOf === slug && !isOnTop(own))
      .map((office) => ({ office, departments: below(office.slug) }));
  const isOnTop = (slug: string) => {
    const above = officesAbove(offices, slug);
    return above.length === 0 || above.some((it) => it.slug === slug);
  };
  return offices
    .filter(({ slug }) => isOnTop(slug))
    .map((office) => ({ office, departments: below(office.slug) }));
}

/** The offices that one is a department of, the topmost first; itself among them only where it belongs to itself. */
export function officesAbove(
  offices: readonly Office[],
  slug: string,
): readonly Office[] {
  const above: Office[] = [];
  const find = (wanted: string | null | undefined) =>
    offices.find((office) => office.slug === wanted);
  let next = find(find(slug)?.partOf);
  while (next && !above.includes(next)) {
    above.unshift(next);
    next = find(next.partOf);
  }
  return above;
}
