import { listPostedNotices } from "../modules/catalogue/index.ts";
import type { OperationPorts } from "../modules/operation/module.ts";
import { tenantsTelling } from "./related-tenants.ts";
import { guestActor, type Services } from "./services.ts";

/**
 * What the operator, the authority and those above it have planned to tell on every page, such as maintenance. What is told now stands above each page already.
 */
export function plannedNoticesOf(
  services: Pick<Services, "contextFor" | "portals">,
): OperationPorts["listPlannedNotices"] {
  return async (portal, { locale, now }) => {
    const telling = await tenantsTelling(portal, services.portals);
    const found = await Promise.all(
      telling.map(async ({ tenantId, tells }) =>
        (
          await listPostedNotices(
            services.contextFor({ tenantId, actor: guestActor }),
          )
        ).filter(
          (notice) =>
            notice.place === "everywhere" &&
            notice.visibleFrom > now &&
            (tells === "own" || notice.isInCommunes),
        ),
      ),
    );
    return found.flat().map(({ de, en, visibleFrom, visibleUntil }) => {
      const isEnglish = locale === "en" && en !== undefined;
      return {
        ...(isEnglish ? en : de),
        language: isEnglish ? ("en" as const) : ("de" as const),
        from: visibleFrom,
        until: visibleUntil ?? undefined,
      };
    });
  };
}
