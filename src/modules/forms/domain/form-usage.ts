/** An authority in the tree, as far as inheriting is concerned. */
type Member = {
  readonly tenantId: string;
  readonly name: string;
  readonly parentTenantId: string | null;
  readonly hasPortal: boolean;
};

type Published = { readonly tenantId: string; readonly formVersionId: string };

/** Which version a portal shows, and whether it has published it itself. */
export type PortalUsage = {
  readonly tenantId: string;
  readonly name: string;
  readonly formVersionId: string;
  readonly isOwn: boolean;
};

/**
 * What the portals below an authority show of a form: what they publish, else what the nearest above them does. Members are the authority
 * itself and all below it.
 */
export function usageBelow(
  members: readonly Member[],
  publications: readonly Published[],
): PortalUsage[] {
  const [top] = members;
  const byId = new Map(members.map((member) => [member.tenantId, member]));
  const published = new Map(
    publications.map((each) => [each.tenantId, each.formVersionId]),
  );
  const versionFor = (member: Member): string | undefined => {
    let at: Member | undefined = member;
    for (let step = 0; at && step <= maxDepth; step += 1) {
      const version = published.get(at.tenantId);
      if (version !== undefined) return version;
      // Where the tree ends, the installation stands above.
      at = byId.get(at.parentTenantId ?? "") ?? (at === top ? undefined : top);
    }
    return undefined;
  };
  return members.flatMap((member) => {
    const formVersionId = versionFor(member);
    if (!member.hasPortal || formVersionId === undefined) return [];
    const { tenantId, name } = member;
    const isOwn = published.has(tenantId);
    return [{ tenantId, name, formVersionId, isOwn }];
  });
}

/** As deep as the tree may be: Land, Kreis, Amt, Gemeinde, with room. */
const maxDepth = 12;
