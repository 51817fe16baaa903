import type { Portal, PortalDirectory } from "../modules/tenants/index.ts";

/**
 * A portal's own tenant, all above and below it, and the installation, whose notices stand on every page. From memory, and worked out once for
 * each portal as long as none changes: what asks again gets the same list.
 */
export async function relatedTenants(
  { tenantId }: Pick<Portal, "tenantId">,
  portals: Pick<PortalDirectory, "list">,
): Promise<readonly string[]> {
  return treeOf(await portals.list()).relatedTo(tenantId);
}

/** Whose notices stand in a portal: the installation's, then its own, then those of the authorities above it. From memory. */
export async function tenantsTelling(
  portal: Pick<Portal, "tenantId">,
  portals: Pick<PortalDirectory, "list">,
): Promise<readonly { readonly tenantId: string; readonly tells: Telling }[]> {
  const { installations, parents } = treeOf(await portals.list());
  return [
    ...installations.map((tenantId) => ({ tenantId, tells: "all" as const })),
    ...lineOf(portal.tenantId, parents)
      .filter((tenantId) => !installations.includes(tenantId))
      .map((tenantId) => ({
        tenantId,
        tells:
          tenantId === portal.tenantId ? ("own" as const) : ("below" as const),
      })),
  ];
}

/** `all`: the installation, in every portal. `own`: an authority in its portal. `below`: in those of the authorities below it. */
export type Telling = "all" | "own" | "below";

type Tree = {
  readonly parents: Parents;
  readonly installations: readonly string[];
  relatedTo(tenantId: string): readonly string[];
};

type Parents = ReadonlyMap<string, string | null>;

/** The directory gives the same list until a portal changes. */
const trees = new WeakMap<readonly Portal[], Tree>();

function treeOf(all: readonly Portal[]): Tree {
  const known = trees.get(all);
  if (known) return known;
  const tree = growTree(all);
  trees.set(all, tree);
  return tree;
}

function growTree(all: readonly Portal[]): Tree {
  const parents: Parents = new Map(
    all.map(({ tenantId, parentTenantId }) => [tenantId, parentTenantId]),
  );
  const installations = all
    .filter(({ kind }) => kind === "installation")
    .map(({ tenantId }) => tenantId);
  const related = new Map<string, readonly string[]>();
  const relate = (tenantId: string) => {
    const above = lineOf(tenantId, parents);
    const below = all
      .map((portal) => portal.tenantId)
      .filter(
        (id) => id !== tenantId && lineOf(id, parents).includes(tenantId),
      );
    const told = installations.filter((id) => !above.includes(id));
    return [...above, ...below, ...told];
  };
  return {
    parents,
    installations,
    relatedTo: (tenantId) => {
      const known = related.get(tenantId) ?? relate(tenantId);
      related.set(tenantId, known);
      return known;
    },
  };
}

function lineOf(tenantId: string, parents: Parents): readonly string[] {
  const line: string[] = [];
  let next: string | null | undefined = tenantId;
  // Never in a circle, whatever the tree says.
  while (next && !line.includes(next)) {
    line.push(next);
    next = parents.get(next);
  }
  return line;
}
