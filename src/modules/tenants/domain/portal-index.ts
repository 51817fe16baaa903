import { foldText } from "../../../platform/values/fold-text.ts";
import type { Portal } from "./portal.ts";

/** The portals of authorities as somebody looks for theirs: by what lies in what, and by name. */
export type PortalIndex = {
  readonly all: readonly Portal[];
  /** Those that lie in no other, by name. */
  readonly top: readonly Portal[];
  /** Those right within another, by name. */
  within(tenantId: string): readonly Portal[];
  /** How many lie within another, however deep. */
  countWithin(tenantId: string): number;
  findBySlug(slug: string): Portal | undefined;
  /** Those of which all words are in the name or the short name. Nothing typed finds none. */
  search(typed: string, limit: number): readonly Portal[];
};

/** A directory gives the same list until a portal changes: so it is looked through once. */
const known = new WeakMap<readonly Portal[], PortalIndex>();

export function indexOfPortals(portals: readonly Portal[]): PortalIndex {
  const found = known.get(portals);
  if (found) return found;
  const index = makeIndex(
    portals.filter(({ kind }) => kind !== "installation"),
  );
  known.set(portals, index);
  return index;
}

function makeIndex(all: readonly Portal[]): PortalIndex {
  const areaOf = findAreas(all);
  const byArea = Map.groupBy(all, areaOf);
  const bySlug = new Map(all.map((portal) => [portal.slug, portal]));
  const texts = all.map((portal) => ({
    portal,
    text: foldText(`${portal.name} ${portal.shortName}`),
  }));
  const within = (tenantId: string) => byArea.get(tenantId) ?? [];
  const counts = new Map<string, number>();
  // An area that is being counted counts nought, so that a ring ends.
  const countWithin = (tenantId: string): number => {
    const counted = counts.get(tenantId);
    if (counted !== undefined) return counted;
    counts.set(tenantId, 0);
    const count = within(tenantId).reduce(
      (sum, portal) => sum + 1 + countWithin(portal.tenantId),
      0,
    );
    counts.set(tenantId, count);
    return count;
  };
  return {
    all,
    top: byArea.get(undefined) ?? [],
    within,
    countWithin,
    findBySlug: (slug) => bySlug.get(slug),
    search: (typed, limit) => {
      const words = foldText(typed).split(" ").filter(Boolean);
      if (words.length === 0) return [];
      return texts
        .filter(({ text }) => words.every((word) => text.includes(word)))
        .slice(0, limit)
        .map(({ portal }) => portal);
    },
  };
}

/** Tenant of the nearest portal that another lies in: above it in the tree, or where that one has none here, the county's or the Land's by its key. */
function findAreas(
  all: readonly Portal[],
): (portal: Portal) => string | undefined {
  const ids = new Set(all.map(({ tenantId }) => tenantId));
  const byKey = new Map(
    all
      .filter(({ ars }) => ars !== "")
      .filter(({ kind }) => kind === "kreis" || kind === "land")
      .map(({ kind, ars, tenantId }) => [
        ars.slice(0, kind === "land" ? 2 : 5),
        tenantId,
      ]),
  );
  return ({ tenantId, parentTenantId, ars }) => {
    if (parentTenantId !== null && ids.has(parentTenantId))
      return parentTenantId;
    return [byKey.get(ars.slice(0, 5)), byKey.get(ars.slice(0, 2))].find(
      (area) => area !== undefined && area !== tenantId,
    );
  };
}
