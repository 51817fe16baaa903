import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { contactRows } from "../../../shell/web/contact-rows.ts";
import { moved } from "../../../shell/web/moved.ts";
import {
  page,
  showError,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { searchForm } from "../../../ui/search-form.ts";
import { section } from "../../../ui/section.ts";
import type { FormerOffice } from "../domain/former-office.ts";
import type { Office } from "../domain/office.ts";
import { tenantsTexts } from "../i18n/texts.ts";
import { findFormerOffice } from "../use-cases/find-former-office.ts";
import { listOffices } from "../use-cases/list-offices.ts";

const officesSection = "/aemter";

/**
 * The authority has no office of the name in the address (`:name`): a closed one leads to its successor, else tells so and helps on; any other
 * is 404.
 */
export async function showNoOffice(request: PortalRequest): Promise<Reply> {
  const { context, params, locale } = request;
  const former = await findFormerOffice(context, params["name"] ?? "");
  if (!former) return showError(404);
  if (former.successor !== undefined)
    return moved(`${officesSection}/${former.successor}`);
  const offices = await listOffices(context);
  return page({
    status: 410,
    title: tenantsTexts(locale)("office.gone"),
    main: gonePage(request, former, offices),
    section: officesSection,
    scripts: ["leistung-suggestions"],
  });
}

function gonePage(
  { locale, portal }: PortalRequest,
  { name, goneAt }: FormerOffice,
  offices: readonly Office[],
): SafeHtml {
  const t = tenantsTexts(locale);
  const day = formatDate(goneAt, locale);
  return html`${pageHeading({
    title: t("office.gone"),
    lead: html`${t("office.gone.told")} <strong lang="de">${name}</strong>.
      ${t("office.gone.since", { day })} ${t("office.gone.body")}`,
  })}
  ${searchForm({
    action: "/leistungen",
    name: "q",
    label: t("office.gone.search"),
    buttonLabel: t("office.gone.search.button"),
    suggest: { kind: "leistung", label: t("office.gone.search.suggestions") },
  })}
  ${
    offices.length > 0 &&
    section({
      title: t("office.gone.others"),
      body: html`<ul class="kern-list kern-list--bullet" lang="de">
        ${offices.map(
          (it) =>
            html`<li>${link(`${officesSection}/${it.slug}`, it.name)}</li>`,
        )}
      </ul>`,
    })
  }
  ${section({ title: t("offices.main"), body: contactRows(portal, locale) })}`;
}
