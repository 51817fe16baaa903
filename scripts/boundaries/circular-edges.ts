/** What each file imports. */
export type Imports = ReadonlyMap<string, readonly string[]>;

export type Edge = { readonly from: string; readonly to: string };

/**
 * The edges that are part of a cycle: both ends reach each other. One walk over the graph (Tarjan 1972), where asking for each edge whether there
 * is a way back takes longer than reading all files.
 */
export function circularEdges(imports: Imports): readonly Edge[] {
  const knotOf = knots(imports);
  return [...imports].flatMap(([from, targets]) =>
    targets
      .filter((to) => from === to || knotOf.get(from) === knotOf.get(to))
      .map((to) => ({ from, to })),
  );
}

/** By file the number of its strongly connected component. Files that are named but not listed import nothing. */
function knots(imports: Imports): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const knotOf = new Map<string, number>();
  const open: string[] = [];

  /** Gives back the earliest open file that is reached from here. */
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    open.push(file);
    let earliest = own;
    for (const next of imports.get(file) ?? []) {
      if (knotOf.has(next)) continue;
      earliest = Math.min(earliest, order.get(next) ?? visit(next));
    }
    if (earliest === own)
      for (const member of open.splice(open.lastIndexOf(file)))
        knotOf.set(member, own);
    return earliest;
  };

  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return knotOf;
}
