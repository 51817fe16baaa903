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

/** Whose notices stand in a portal: the installation's, then its own, then those of the authorities above it. Worked out once, too. */
export async function tenantsTelling(
  { tenantId }: Pick<Portal, "tenantId">,
  portals: Pick<PortalDirectory, "list">,
): Promise<readonly Telling[]> {
  return treeOf(await portals.list()).tellingIn(tenantId);
}

/** `all`: the installation, in every portal. `own`: an authority in its portal. `below`: in those of the authorities below it. */
export type Telling = {
  readonly tenantId: string;
  readonly tells: "all" | "own" | "below";
};

type Tree = {
  relatedTo(tenantId: string): readonly string[];
  tellingIn(tenantId: string): readonly Telling[];
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
  const relate = (tenantId: string): readonly string[] => {
    const above = lineOf(tenantId, parents);
    const below = all
      .map((portal) => portal.tenantId)
      .filter(
        (id) => id !== tenantId && lineOf(id, parents).includes(tenantId),
      );
    const told = installations.filter((id) => !above.includes(id));
    return [...above, ...below, ...told];
  };
  const tell = (portalId: string): readonly Telling[] => [
    ...installations.map((tenantId) => ({ tenantId, tells: "all" as const })),
    ...lineOf(portalId, parents)
      .filter((tenantId) => !installations.includes(tenantId))
      .map((tenantId) => ({
        tenantId,
        tells: tenantId === portalId ? ("own" as const) : ("below" as const),
      })),
  ];
  return { relatedTo: oncePerTenant(relate), tellingIn: oncePerTenant(tell) };
}

function oncePerTenant<T>(
  work: (tenantId: string) => readonly T[],
): (tenantId: string) => readonly T[] {
  const known = new Map<string, readonly T[]>();
  return (tenantId) => {
    const found = known.get(tenantId) ?? work(tenantId);
    known.set(tenantId, found);
    return found;
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
