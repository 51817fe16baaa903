import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  page,
  showError,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import { buttonRow, linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { addressOfPortal } from "../../tenants/index.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { findHiddenOfAbove } from "../use-cases/leistungen-of-above.ts";
import { findLeistungHead } from "../use-cases/find-leistung-head.ts";
import { portalsAbove, type CataloguePorts } from "./found-leistungen.ts";

/**
 * There is no page of this name. Where an authority above offers what this portal hides, whoever comes by an old address is told so and led
 * there: it is no secret, it just does not belong to this portal. Search engines are told that nothing is here.
 */
export async function showNowhere(
  request: PortalRequest,
  ports: CataloguePorts,
): Promise<Reply> {
  const { context, portal, baseUrl, locale, params } = request;
  const slug = params["name"] ?? "";
  const head = await findLeistungHead(context, slug);
  const named = { slug, leikaKey: head?.leikaKey };
  for (const authority of await portalsAbove(portal, ports.portals)) {
    const there = ports.guestIn(context, authority.tenantId);
    const found = await findHiddenOfAbove(context, there, named);
    if (!found) continue;
    const { title } = found;
    const origin = addressOfPortal(baseUrl, portal, authority);
    const href = `${origin}/leistungen/${found.slug}`;
    return page({
      status: 404,
      title: catalogueTexts(locale)("leistung.not-here", { title }),
      main: nowherePage({ title, href, name: authority.name, locale }),
      section: "/leistungen",
    });
  }
  return showError(404);
}

function nowherePage({
  title,
  href,
  name,
  locale,
}: {
  readonly title: string;
  readonly href: string;
  readonly name: string;
  readonly locale: Locale;
}): SafeHtml {
  const t = catalogueTexts(locale);
  return html`${pageHeading({
    title: t("leistung.not-here", { title }),
    lead: t("leistung.not-here.body", { name }),
  })}
  ${buttonRow(
    linkButton({
      label: t("leistung.not-here.go", { name }),
      href,
      icon: "open-in-new",
    }),
    linkButton({
      label: t("leistung.not-here.all"),
      href: "/leistungen",
      variant: "secondary",
    }),
  )}`;
}
