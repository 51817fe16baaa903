import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { moved } from "../../../shell/web/moved.ts";
import {
  page,
  showError,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import { buttonRow, linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { addressOfPortal } from "../../tenants/index.ts";
import { wordsOfFormer, type Former } from "../domain/former.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { readSituations } from "../use-cases/situations/read-situations.ts";
import { findAround, type CataloguePorts } from "./found-leistungen.ts";
import { gonePage } from "./gone-page.ts";
import { lookForWayOn, pathInsteadOf, type Nowhere } from "./way-on.ts";

const section = "/leistungen";
const mostNearby = 4;

/**
 * There is no page of this name. What stood here once leads to its successor; where there is none, 410 says so and helps on. Where an
 * authority above offers what this portal hides, whoever comes by an old address is told where: it is no secret, it just does not belong to
 * this portal. All else is 404, also what was never shown.
 */
export async function showNowhere(
  request: PortalRequest,
  ports: CataloguePorts,
): Promise<Reply> {
  const slug = request.params["name"] ?? "";
  const { way, hidden, former } = await lookForWayOn(request, ports, slug);
  if (way) return moved(pathInsteadOf(way, slug));
  if (hidden) return showHidden(request, hidden);
  return former ? showGone(request, ports, former) : showError(404);
}

function showHidden(
  { portal, baseUrl, locale }: PortalRequest,
  { authority, slug, title }: NonNullable<Nowhere["hidden"]>,
): Reply {
  const origin = addressOfPortal(baseUrl, portal, authority);
  const href = `${origin}${section}/${slug}`;
  return page({
    status: 404,
    title: catalogueTexts(locale)("leistung.not-here", { title }),
    main: nowherePage({ title, href, name: authority.name, locale }),
    section,
  });
}

async function showGone(
  request: PortalRequest,
  ports: CataloguePorts,
  former: Former,
): Promise<Reply> {
  const { context, portal, locale } = request;
  const found = await findAround(request, ports, wordsOfFormer(former));
  return page({
    status: 410,
    title: catalogueTexts(locale)("leistung.gone"),
    main: gonePage({
      former,
      nearby: found.slice(0, mostNearby),
      tree: await readSituations(context),
      portal,
      locale,
    }),
    section,
    scripts: ["leistung-suggestions"],
  });
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
