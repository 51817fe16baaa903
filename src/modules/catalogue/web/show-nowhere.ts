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
import { addressOfPortal, type Portal } from "../../tenants/index.ts";
import { wordsOfFormer, type Former } from "../domain/former.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { findFormer, findSuccessorAbove } from "../use-cases/find-former.ts";
import { findHiddenOfAbove } from "../use-cases/above/leistungen-of-above.ts";
import { findLeistungHead } from "../use-cases/find-leistung-head.ts";
import { readSituations } from "../use-cases/situations/read-situations.ts";
import {
  findAround,
  portalsAbove,
  type CataloguePorts,
} from "./found-leistungen.ts";
import { gonePage } from "./gone-page.ts";

const section = "/leistungen";
const mostNearby = 4;

/**
 * There is no page of this name. What stood here once leads to its successor; where there is none, 410 says so and helps on. Where an
 * authority above offers what this portal hides, whoever comes by an old address is led there: it is no secret, it just does not belong to
 * this portal. All else is 404, also what was never shown.
 */
export async function showNowhere(
  request: PortalRequest,
  ports: CataloguePorts,
): Promise<Reply> {
  const { context, portal, params } = request;
  const former = await findFormer(context, params["name"] ?? "");
  if (former?.successor !== undefined) return movedTo(former.successor);
  const above = await portalsAbove(portal, ports.portals);
  return (
    (await showHiddenOfAbove(request, ports, above)) ??
    (former
      ? await showGone(request, ports, { former, above })
      : await showGoneAbove(request, ports, above)) ??
    showError(404)
  );
}

const movedTo = (slug: string) => moved(`${section}/${slug}`);

async function showHiddenOfAbove(
  { context, portal, baseUrl, locale, params }: PortalRequest,
  ports: CataloguePorts,
  above: readonly Portal[],
): Promise<Reply | undefined> {
  const slug = params["name"] ?? "";
  if (above.length === 0) return undefined;
  const head = await findLeistungHead(context, slug);
  const named = { slug, leikaKey: head?.leikaKey };
  for (const authority of above) {
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
      section,
    });
  }
  return undefined;
}

/** An authority above may offer by now what the portal does not any more. */
async function showGone(
  request: PortalRequest,
  ports: CataloguePorts,
  {
    former,
    above,
  }: { readonly former: Former; readonly above: readonly Portal[] },
): Promise<Reply> {
  const { context, portal, locale } = request;
  for (const { tenantId } of above) {
    const there = ports.guestIn(context, tenantId);
    const successor = await findSuccessorAbove(context, there, former);
    if (successor !== undefined) return movedTo(successor);
  }
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

/** The portal shows what authorities above it offer; that may be gone, too. */
async function showGoneAbove(
  request: PortalRequest,
  ports: CataloguePorts,
  above: readonly Portal[],
): Promise<Reply | undefined> {
  const { context, params } = request;
  for (const { tenantId } of above) {
    const there = ports.guestIn(context, tenantId);
    const former = await findFormer(there, params["name"] ?? "");
    if (former?.successor !== undefined) return movedTo(former.successor);
    if (former) return showGone(request, ports, { former, above });
  }
  return undefined;
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
