import type { Context } from "../../../platform/context/context.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import type {
  DirectoryOffice,
  Portal,
  PortalDirectory,
} from "../../tenants/index.ts";
import type { TakenOver } from "../domain/leistung.ts";
import type { EditorNotices } from "../use-cases/editing/editor-notices.ts";
import type { UseNotes } from "../use-cases/search/use-notes.ts";
import { searchLeistungen } from "../use-cases/search/search-leistungen.ts";
import { pathOf, type LeistungCard } from "./leistung-cards.ts";

export type CataloguePorts = {
  readonly portals: PortalDirectory;
  /** What people open and miss; by default kept for this process. */
  readonly notes?: UseNotes | undefined;
  /** Names of staff by their ids, for who published what; without it nobody is named. */
  readonly listStaffNames?:
    | ((
        context: Context,
        staffIds: readonly string[],
      ) => Promise<ReadonlyMap<string, string>>)
    | undefined;
  /** How many links of the portal lead nowhere; without it the list of the editor says nothing of links. */
  readonly countBrokenLinks?:
    | ((context: Context) => Promise<number>)
    | undefined;
  /** Who else edits, to be told of what waits for approval; without it nobody is. */
  readonly notices?: EditorNotices | undefined;
  /** Who an imported directory says is responsible where this ARS is for a Leistung that was taken over from it; without it nobody is named. */
  readonly findDirectoryOffice?:
    | ((
        context: Context,
        leistung: Pick<TakenOver, "source" | "key">,
        ars: string,
      ) => Promise<DirectoryOffice | undefined>)
    | undefined;
  /** A guest's context in another tenant, to read what everybody may read there. */
  guestIn(context: Context, tenantId: string): Context;
  /**
   * Who receives applications for a Leistung of this portal, as far as that is not what the Leistung says itself: by a rule where the portal
   * shows the Leistung itself, else the authority above that offers it.
   */
  findReceiver(
    request: Pick<PortalRequest, "context" | "portal">,
    leistung: { readonly slug: string; readonly isOwn: boolean },
  ): Promise<LeistungReceiver>;
};

export type LeistungReceiver = {
  /** Left out: the portal's own, or nobody. */
  readonly other?: OtherReceiver | undefined;
  /** The office that a rule names within the authority that receives. */
  readonly officeSlug?: string | undefined;
};

/** Another authority that receives applications, and what it calls the Leistung in addresses. */
export type OtherReceiver = {
  readonly authority: Portal;
  readonly leistungSlug: string;
};

/**
 * What this portal and those above it have for what was typed, best first, with who offers it. Each has a page in this portal. Two statements
 * for each portal.
 */
export async function findAround(
  { context, portal }: PortalRequest,
  ports: CataloguePorts,
  query: string,
): Promise<LeistungCard[]> {
  const around = [portal, ...(await portalsAbove(portal, ports.portals))];
  const hits = await searchLeistungen(
    around.map(({ tenantId }) =>
      tenantId === context.tenantId
        ? context
        : ports.guestIn(context, tenantId),
    ),
    query,
  );
  const cards = hits.flatMap(({ level, hit }) => {
    const at = around[level];
    if (!at) return [];
    const offeredBy = hit.provider?.name ?? at.name;
    return [{ leistung: hit, offeredBy, href: pathOf(hit) }];
  });
  return portal.kind === "company" ? ownFirst(cards, portal) : cards;
}

/** Whoever visits a company looks for what it offers, also where its town has that; the rest of the town's comes after it. */
function ownFirst(
  cards: readonly LeistungCard[],
  { name }: Portal,
): LeistungCard[] {
  const isOwn = ({ offeredBy }: LeistungCard) => offeredBy === name;
  return [...cards.filter(isOwn), ...cards.filter((card) => !isOwn(card))];
}

/** Portals of the authorities above, the nearest first. Authorities without a portal, such as the Land, are passed over. */
export async function portalsAbove(
  portal: Portal,
  portals: PortalDirectory,
): Promise<readonly Portal[]> {
  const above: Portal[] = [];
  let next = portal.parentTenantId;
  while (next !== null) {
    const parent = await portals.findById(next);
    if (!parent || parent.kind === "installation" || above.includes(parent))
      break;
    above.push(parent);
    next = parent.parentTenantId;
  }
  return above;
}
