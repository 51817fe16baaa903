import type { PortalRequest } from "../../../shell/web/route.ts";
import { isOfAbove } from "../domain/of-above.ts";
import { findLeistungBySlug } from "../use-cases/find-leistung-by-slug.ts";
import { atOffice } from "./at-office.ts";
import type { CataloguePorts } from "./found-leistungen.ts";
import type { LeistungPageInput } from "./leistung-page-input.ts";
import { shownOverlay } from "./shown-overlay.ts";

type ShownLeistung = Pick<LeistungPageInput, "leistung" | "receiver">;

/** What the portal shows under this name: its own text, else that of the authority above which offers it, so that what is new there is here at once. */
export async function findShown(
  { context, portal }: Pick<PortalRequest, "context" | "portal">,
  ports: CataloguePorts,
  slug: string,
): Promise<ShownLeistung | undefined> {
  const own = await findLeistungBySlug(context, slug);
  const request = { context, portal };
  if (!own) return findOfOther(request, ports, slug);
  if (isOfAbove(own)) return shownOverlay(request, ports, own);
  const asked = { slug, isOwn: true };
  const { other, officeSlug } = await ports.findReceiver(request, asked);
  return other
    ? { leistung: own, receiver: other }
    : {
        leistung: await atOffice(context, own, officeSlug),
        receiver: undefined,
      };
}

async function findOfOther(
  request: Pick<PortalRequest, "context" | "portal">,
  ports: CataloguePorts,
  slug: string,
): Promise<ShownLeistung | undefined> {
  const asked = { slug, isOwn: false };
  const { other, officeSlug } = await ports.findReceiver(request, asked);
  if (!other) return undefined;
  const there = ports.guestIn(request.context, other.authority.tenantId);
  const leistung = await findLeistungBySlug(there, other.leistungSlug);
  if (!leistung) return undefined;
  const shown = await atOffice(there, leistung, officeSlug);
  return { leistung: { ...shown, isOfOther: true }, receiver: other };
}
