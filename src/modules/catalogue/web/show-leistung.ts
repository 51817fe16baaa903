import type { SafeHtml } from "../../../platform/html/html.ts";
import type { PageAbout } from "../../../shell/web/about.ts";
import {
  page,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import type {
  DirectoryOffice,
  Portal,
  PortalDirectory,
} from "../../tenants/index.ts";
import type { LeistungWithOffice } from "../domain/leistung.ts";
import { portalOfSource } from "../domain/of-above.ts";
import { inLanguage } from "../domain/content/leistung-content.ts";
import type { CataloguePorts } from "./found-leistungen.ts";
import type { UseNotes } from "../use-cases/search/use-notes.ts";
import { findShown } from "./find-shown.ts";
import { leistungPage } from "./leistung-page.ts";
import type { LeistungPageInput } from "./leistung-page-input.ts";
import { originOfOffice, originOfText, portalOfText } from "./receiver.ts";
import { findInsteadOf } from "./way-on.ts";
import { showNowhere } from "./show-nowhere.ts";
import { structuredData } from "./structured-data.ts";

/** The page of one Leistung, with what search engines read of it. */
export async function showLeistung(
  request: PortalRequest,
  ports: CataloguePorts & { readonly notes: UseNotes },
): Promise<Reply> {
  const { context, portal, locale, baseUrl } = request;
  const found = await findShown(request, ports, request.params["name"] ?? "");
  if (!found) return showNowhere(request, ports);
  const { leistung } = found;
  const insteadOf = await findInsteadOf(request, ports);
  if (!leistung.isOfOther) ports.notes.opened(context, leistung.id);
  return page({
    title: inLanguage(leistung.content.title, locale).text,
    main: await leistungMain(request, ports, { ...found, insteadOf }),
    section: "/leistungen",
    scripts: ["copy-reference", "print-page"],
    about: aboutOf({ ...found, portal, baseUrl, locale }),
  });
}

/** The page without its frame, also for an editor's preview. */
export async function leistungMain(
  { context, portal, locale, baseUrl }: PortalRequest,
  ports: CataloguePorts,
  found: Pick<
    LeistungPageInput,
    "leistung" | "receiver" | "isPreview" | "insteadOf"
  >,
): Promise<SafeHtml> {
  const { leistung } = found;
  const { portals } = ports;
  return leistungPage({
    ...found,
    portal,
    baseUrl,
    locale,
    now: context.now,
    communes: await communesOf(leistung, portal, portals),
    takenOverFrom: await nameOfSource(leistung, portals),
    organisation: leistung.isOfOther
      ? undefined
      : await organisationOf(leistung, ports, { context, portal }),
  });
}

/** Only where the portal has no office of its own for it. */
function organisationOf(
  { office, provider, takenOver }: LeistungWithOffice,
  { findDirectoryOffice }: CataloguePorts,
  { context, portal }: Pick<PortalRequest, "context" | "portal">,
): Promise<DirectoryOffice | undefined> {
  if (office !== null || provider !== undefined || takenOver === undefined)
    return Promise.resolve(undefined);
  return (
    findDirectoryOffice?.(context, takenOver, portal.ars) ??
    Promise.resolve(undefined)
  );
}

/** The text of another authority has its address there. */
function aboutOf(
  input: Pick<
    LeistungPageInput,
    "leistung" | "portal" | "receiver" | "baseUrl" | "locale"
  >,
): PageAbout {
  const { leistung, locale } = input;
  const portal = portalOfText(input);
  const baseUrl = originOfText(input) || input.baseUrl;
  return {
    address: `${baseUrl}/leistungen/${leistung.slug}`,
    description: inLanguage(leistung.content.teaser, locale).text,
    structuredData: structuredData({
      leistung,
      portal,
      baseUrl,
      officeBaseUrl: originOfOffice(input) || baseUrl,
      locale,
    }),
  };
}

/** Portals right below, where they decide on the Leistung. */
async function communesOf(
  { content }: LeistungWithOffice,
  { tenantId }: Portal,
  portals: PortalDirectory,
): Promise<readonly Portal[]> {
  if (!content.belongsToCommunes) return [];
  const all = await portals.list();
  return all.filter(({ parentTenantId }) => parentTenantId === tenantId);
}

async function nameOfSource(
  { takenOver }: LeistungWithOffice,
  portals: PortalDirectory,
): Promise<string | undefined> {
  const tenantId = takenOver && portalOfSource(takenOver.source);
  return tenantId === undefined
    ? undefined
    : (await portals.findById(tenantId))?.name;
}
