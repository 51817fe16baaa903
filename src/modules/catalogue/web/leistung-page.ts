import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { contactRows } from "../../../shell/web/contact-rows.ts";
import { alert } from "../../../ui/alert.ts";
import { breadcrumb } from "../../../ui/breadcrumb.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import { externalLink, link } from "../../../ui/link.ts";
import { columns, section } from "../../../ui/section.ts";
import { officeDetails, openingBadge } from "../../tenants/index.ts";
import { inLanguage } from "../domain/content/leistung-content.ts";
import type { LeistungWithOffice } from "../domain/leistung.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { feedbackForm } from "./feedback-form.ts";
import { formatted, german } from "./german.ts";
import { organisationDetails } from "./organisation-details.ts";
import type { LeistungPageInput } from "./leistung-page-input.ts";
import { leistungFacts } from "./leistung-facts.ts";
import { leistungFirst } from "./leistung-first.ts";
import { easyLanguageAnchor, leistungMore } from "./leistung-more.ts";
import { originOfOffice, portalOfOffice, receiverNotice } from "./receiver.ts";
import { pathOfProvider } from "./provider-page.ts";

/** One Leistung: what to do first, then cost, time, level, documents, who is responsible, and the rest folded away. */
export function leistungPage(input: LeistungPageInput): SafeHtml {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  const title = inLanguage(leistung.content.title, locale);
  const lead = inLanguage(leistung.content.teaser, locale);
  const head = pageHeading({ title: title.text, lead: lead.text });
  return html`${breadcrumb({
    parents: [{ label: t("list.title"), href: "/leistungen" }],
    current: title.text,
    locale,
  })}
  ${insteadNotice(input)}
  ${title.language === locale ? head : german(head, locale)}
  ${title.language !== locale && html`<p>${t("leistung.german-only")}</p>`}
  ${receiverNotice(input)} ${otherForms(input)}
  ${columns({
    main: mainColumn(input),
    aside: responsible(input),
    asideLabel: t(asideTitle(input.leistung)),
  })}`;
}

/** Whoever followed an old link looks for another name. */
function insteadNotice({ insteadOf, locale }: LeistungPageInput): HtmlValue {
  const t = catalogueTexts(locale);
  if (!insteadOf) return undefined;
  const { title } = insteadOf;
  return alert({
    kind: "info",
    title: t("leistung.instead"),
    body:
      title === undefined
        ? t("leistung.instead.untold")
        : html`${t("leistung.instead.called")}
            <strong lang="de">${title}</strong>. ${t("leistung.instead.now")}`,
  });
}

function mainColumn(input: LeistungPageInput): SafeHtml {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  const { documents } = leistung.content;
  return html`${leistungFirst(input)} ${leistungFacts(leistung, locale)}
  ${
    documents &&
    section({
      title: t("leistung.documents"),
      body: formatted(documents, locale),
    })
  }
  ${afterSending(input)} ${leistungMore(input)}
  ${
    !leistung.isOfOther &&
    !input.isPreview &&
    html`<div class="portal-no-print">
      ${feedbackForm({ slug: leistung.slug, locale })}
    </div>`
  }`;
}

function afterSending(input: LeistungPageInput): HtmlValue {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  const after = leistung.content.afterSending;
  const receipt =
    leistung.formKey !== null && html`<p>${t("leistung.after.receipt")}</p>`;
  const body = html`${receipt}${after && formatted(after, locale)}`;
  return (receipt || after) && section({ title: t("leistung.after"), body });
}

/** The same in other forms: easy language on this page, sign language as a film. */
function otherForms({ leistung, locale }: LeistungPageInput): HtmlValue {
  const t = catalogueTexts(locale);
  const { easyLanguage, signLanguageVideos = [] } = leistung.content;
  const videos = signLanguageVideos.filter(({ url }) => /^https?:/i.test(url));
  if (!easyLanguage && videos.length === 0) return undefined;
  return html`<ul class="portal-list portal-chips" role="list">
    ${
      easyLanguage &&
      html`<li>
        ${link(`#${easyLanguageAnchor}`, t("leistung.easy-language"))}
      </li>`
    }
    ${videos.map(({ name, url }) => {
      const { text } = inLanguage(name, locale);
      return html`<li>
        ${externalLink(url, t("leistung.sign-language", { name: text }))}
      </li>`;
    })}
  </ul>`;
}

const asideTitle = ({ content }: LeistungWithOffice) =>
  content.belongsToCommunes ? "leistung.help" : "leistung.responsible";

function responsible(input: LeistungPageInput): SafeHtml {
  const { leistung, locale, now, organisation } = input;
  const t = catalogueTexts(locale);
  const { office, provider } = leistung;
  const portal = portalOfOffice(input);
  const title = heading(2, t(asideTitle(leistung)), { size: "medium" });
  if (provider !== undefined)
    return html`${title}
      <p><strong lang="de">${provider.name}</strong></p>
      <p>
        ${link(`${originOfOffice(input)}${pathOfProvider(provider)}`, t("leistung.responsible.provider"))}
      </p>`;
  if (office === null)
    return html`${title}
    ${organisation ? organisationDetails(organisation, locale) : contactRows(portal, locale)}`;
  const href = `${originOfOffice(input)}/aemter/${office.slug}`;
  return html`${title}
    <p>
      <strong lang="de">${office.name}</strong
      ><br />${office.authority ?? portal.name}
    </p>
    <p>${openingBadge(office, { locale, now, ars: portal.ars })}</p>
    ${officeDetails(office, { locale, now, ars: portal.ars })}
    <p>${link(href, t("leistung.responsible.more"))}</p>`;
}
