import type { PortalRequest } from "../../../shell/web/route.ts";
import type { LeistungWithOffice } from "../domain/leistung.ts";
import { findLeistungBySlug } from "../use-cases/find-leistung-by-slug.ts";
import type { CataloguePorts } from "./found-leistungen.ts";
import type { LeistungPageInput } from "./leistung-page-input.ts";
import { atOffice } from "./at-office.ts";

/**
 * A Leistung of an authority above in the words of this portal: form, provider and, unless the portal names one, the office are those of the
 * authority that receives applications. Undefined where nobody does.
 */
export async function shownOverlay(
  { context, portal }: Pick<PortalRequest, "context" | "portal">,
  ports: CataloguePorts,
  own: LeistungWithOffice,
): Promise<Pick<LeistungPageInput, "leistung" | "receiver"> | undefined> {
  const asked = { slug: own.slug, isOwn: false };
  const { other, officeSlug } = await ports.findReceiver(
    { context, portal },
    asked,
  );
  if (!other) return undefined;
  const there = ports.guestIn(context, other.authority.tenantId);
  const found = await findLeistungBySlug(there, other.leistungSlug);
  if (!found) return undefined;
  const theirs = await atOffice(there, found, officeSlug);
  const { formKey, provider, office } = theirs;
  const leistung = { ...own, formKey, ...(provider && { provider }) };
  return {
    receiver: other,
    leistung: own.office
      ? leistung
      : { ...leistung, office, isOfficeOfOther: true },
  };
}
