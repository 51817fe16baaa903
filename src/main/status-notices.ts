import { listToldNotices, type Notice } from "../modules/catalogue/commands.ts";
import { listPostedNotices } from "../modules/catalogue/index.ts";
import type {
  OperationPorts,
  StatusNotice,
} from "../modules/operation/module.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { tenantsTelling } from "./related-tenants.ts";
import { guestActor, installationTenantId, type Services } from "./services.ts";

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
    return found.flat().map((notice) => shownIn(notice, locale));
  };
}

/** What the operator told in all portals, whether it is over or not. */
export function toldNoticesOf(
  services: Pick<Services, "contextFor" | "portals">,
): OperationPorts["listToldNotices"] {
  return async ({ locale, now }) => {
    const tenantId = await installationTenantId(services);
    const context = services.contextFor({ tenantId, actor: guestActor });
    const notices = await listToldNotices(context, now);
    return notices.map((notice) => shownIn(notice, locale));
  };
}

function shownIn(
  { de, en, visibleFrom, visibleUntil }: Notice,
  locale: Locale,
): StatusNotice {
  const isEnglish = locale === "en" && en !== undefined;
  return {
    ...(isEnglish ? en : de),
    language: isEnglish ? "en" : "de",
    from: visibleFrom,
    until: visibleUntil ?? undefined,
  };
}
