import { html } from "../../../platform/html/html.ts";
import { moved } from "../../../shell/web/moved.ts";
import {
  page,
  showError,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import { link } from "../../../ui/link.ts";
import { wordsOfAddress } from "../domain/former.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { findFormerProvider } from "../use-cases/find-former.ts";
import { findProvider } from "../use-cases/find-provider.ts";
import { goneLead } from "./gone-page.ts";
import { helpOnPage } from "./help-on-page.ts";
import { pathOfProvider, providerPage } from "./provider-page.ts";

const section = "/leistungen";

/** The page of a provider. One that is gone is led to its new address or says so. */
export async function showProvider(request: PortalRequest): Promise<Reply> {
  const { context, locale, params } = request;
  const slug = params["name"] ?? "";
  const provider = await findProvider(context, slug);
  if (!provider) return showNoProvider(request, slug);
  return page({
    title: provider.name,
    main: providerPage(provider, locale),
    section,
  });
}

async function showNoProvider(
  { context, portal, locale }: PortalRequest,
  slug: string,
): Promise<Reply> {
  const former = await findFormerProvider(context, slug);
  if (!former) return showError(404);
  if (former.leadsTo !== undefined)
    return moved(pathOfProvider({ slug: former.leadsTo }));
  const t = catalogueTexts(locale);
  const title = t("provider.gone");
  return page({
    status: 410,
    title,
    main: helpOnPage({
      title,
      lead: goneLead("provider", former, locale),
      query: former.told?.title ?? wordsOfAddress(slug),
      more: html`<p>${link("/leistungen", t("results.empty.all"))}</p>`,
      portal,
      locale,
    }),
    section,
    scripts: ["leistung-suggestions"],
  });
}
