import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { contactRows } from "../../../shell/web/contact-rows.ts";
import { accordion } from "../../../ui/accordion.ts";
import { alert } from "../../../ui/alert.ts";
import { breadcrumb } from "../../../ui/breadcrumb.ts";
import { linkButton } from "../../../ui/button.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { columns, section } from "../../../ui/section.ts";
import {
  officeDetails,
  openingBadge,
  type Portal,
} from "../../tenants/index.ts";
import type { LeistungWithOffice } from "../domain/leistung.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { german } from "./german.ts";
import { handedOver } from "./handed-over.ts";

export type LeistungPageInput = {
  readonly leistung: LeistungWithOffice;
  readonly portal: Portal;
  readonly locale: Locale;
  readonly now: Date;
  readonly baseUrl: string;
  /** Portals right below, for a Leistung that belongs to them. */
  readonly communes: readonly Portal[];
};

/** One Leistung: what to do first, then cost, documents, time, level, who is responsible, and the law folded away. */
export function leistungPage(input: LeistungPageInput): SafeHtml {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  return html`${breadcrumb({
    parents: [{ label: t("list.title"), href: "/leistungen" }],
    current: leistung.title,
    locale,
  })}
  ${german(
    pageHeading({ title: leistung.title, lead: leistung.teaser }),
    locale,
  )}
  ${locale !== "de" && html`<p>${t("leistung.german-only")}</p>`}
  ${columns({
    main: mainColumn(input),
    aside: responsible(input),
    asideLabel: t(asideTitle(input.leistung)),
  })}`;
}

function mainColumn(input: LeistungPageInput): SafeHtml {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  const documents =
    leistung.documents.length === 0
      ? html`<p>${t("leistung.documents.none")}</p>`
      : list(leistung.documents, locale);
  return html`${first(input)}
  ${leistung.prerequisites.length > 0 && section({ title: t("leistung.prerequisites"), body: list(leistung.prerequisites, locale) })}
  ${section({ title: t("leistung.fee"), body: paragraph(leistung.feeText, locale) })}
  ${section({ title: t("leistung.documents"), body: documents })}
  ${section({ title: t("leistung.duration"), body: paragraph(leistung.processingText, locale) })}
  ${section({ title: t("leistung.level"), body: html`<p>${t(`level.${leistung.assuranceLevel}`)}</p>` })}
  ${afterSending(input)} ${legal(input)}`;
}

function first(input: LeistungPageInput): SafeHtml {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  const steps = html`<ol>
    ${leistung.whatToDo.map((step) => html`<li>${step}</li>`)}
  </ol>`;
  const next =
    leistung.formKey === null
      ? elsewhere(input)
      : html`<p>
            ${linkButton({
              label: t("leistung.apply"),
              href: `/leistungen/${leistung.slug}/antrag`,
              icon: "arrow-forward",
            })}
          </p>
          <p>
            ${t(leistung.assuranceLevel === "none" ? "leistung.apply.hint" : "leistung.apply.hint.account")}
          </p>`;
  return section({
    title: t("leistung.first"),
    body: html`${german(steps, locale)}${next}`,
  });
}

/** The honest alternative where there is no form. */
function elsewhere(input: LeistungPageInput): SafeHtml {
  const { leistung, portal, locale } = input;
  if (leistung.belongsToCommunes) return handedOver(input);
  const t = catalogueTexts(locale);
  const body =
    leistung.office === null
      ? t("leistung.offline.nobody", { name: portal.name })
      : t("leistung.offline.office", { office: leistung.office.name });
  return alert({ kind: "info", title: t("leistung.offline.title"), body });
}

function afterSending({ leistung, locale }: LeistungPageInput): HtmlValue {
  const t = catalogueTexts(locale);
  const { afterSending: after, procedure, formKey } = leistung;
  const receipt =
    formKey !== null && html`<p>${t("leistung.after.receipt")}</p>`;
  const body = html`${receipt}${after.length > 0 && list(after, locale)}`;
  return html`${(receipt || after.length > 0) && section({ title: t("leistung.after"), body })}
  ${procedure.length > 0 && section({ title: t("leistung.procedure"), body: list(procedure, locale) })}`;
}

const asideTitle = ({ belongsToCommunes }: LeistungWithOffice) =>
  belongsToCommunes ? "leistung.help" : "leistung.responsible";

function responsible({
  leistung,
  portal,
  locale,
  now,
}: LeistungPageInput): SafeHtml {
  const t = catalogueTexts(locale);
  const { office } = leistung;
  const title = heading(2, t(asideTitle(leistung)), { size: "medium" });
  if (office === null) return html`${title}${contactRows(portal, locale)}`;
  return html`${title}
    <p>
      <strong lang="de">${office.name}</strong
      ><br />${office.authority ?? portal.name}
    </p>
    <p>${openingBadge(office, { locale, now, ars: portal.ars })}</p>
    ${officeDetails(office, locale)}
    <p>${link(`/aemter/${office.slug}`, t("leistung.responsible.more"))}</p>`;
}

function legal({ leistung, locale }: LeistungPageInput): SafeHtml {
  const t = catalogueTexts(locale);
  const date = formatDate(leistung.updatedAt, locale);
  const body = html`<p>${t("leistung.legal.bases")}:</p>
    ${list(leistung.legalBases, locale)}
    <p>${t("leistung.legal.remedies")}:</p>
    ${paragraph(leistung.remedies, locale)}
    ${leistung.leikaKey !== null && html`<p>${t("leistung.legal.key", { key: leistung.leikaKey })}</p>`}`;
  return html`${accordion({ title: t("leistung.legal"), body })}
    <p class="portal-muted">${t("leistung.updated", { date })}</p>`;
}

function list(items: readonly string[], locale: Locale): SafeHtml {
  return german(
    html`<ul>
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>`,
    locale,
  );
}

function paragraph(text: string, locale: Locale): SafeHtml {
  return german(html`<p>${text}</p>`, locale);
}
