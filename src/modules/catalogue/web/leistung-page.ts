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
import { externalLink, link } from "../../../ui/link.ts";
import { columns, section } from "../../../ui/section.ts";
import {
  addressOfPortal,
  officeDetails,
  openingBadge,
  type Portal,
} from "../../tenants/index.ts";
import {
  inLanguage,
  type NamedLink,
  type TextModule,
} from "../domain/leistung-content.ts";
import type { LeistungWithOffice } from "../domain/leistung.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import type { OtherReceiver } from "./found-leistungen.ts";
import { formatted, german } from "./german.ts";
import { handedOver } from "./handed-over.ts";
import { pathOfProvider } from "./provider-page.ts";

export type LeistungPageInput = {
  readonly leistung: LeistungWithOffice & {
    /** The text and the office are those of `receiver`. */
    readonly isOfOther?: true;
  };
  readonly portal: Portal;
  /** Another authority, which receives applications for it. */
  readonly receiver: OtherReceiver | undefined;
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
  const title = inLanguage(leistung.content.title, locale);
  const lead = inLanguage(leistung.content.teaser, locale);
  const head = pageHeading({ title: title.text, lead: lead.text });
  return html`${breadcrumb({
    parents: [{ label: t("list.title"), href: "/leistungen" }],
    current: title.text,
    locale,
  })}
  ${title.language === locale ? head : german(head, locale)}
  ${title.language !== locale && html`<p>${t("leistung.german-only")}</p>`}
  ${receiverNotice(input)}
  ${columns({
    main: mainColumn(input),
    aside: responsible(input),
    asideLabel: t(asideTitle(input.leistung)),
  })}`;
}

/** Before anybody begins: who gets the application, where that is not the authority of the portal. */
function receiverNotice({
  leistung,
  locale,
  portal,
  receiver,
}: LeistungPageInput): SafeHtml | false {
  if (!receiver) return false;
  const t = catalogueTexts(locale);
  const names = { authority: receiver.authority.name, portal: portal.name };
  return alert({
    kind: "info",
    title: t("leistung.receiver.title", names),
    body:
      leistung.formKey === null
        ? t("leistung.receiver.offline", names)
        : t("leistung.receiver.online", names),
  });
}

/** Modules that are sections of their own, between what is done first and the law. */
const sections = [
  ["summary", "leistung.summary"],
  ["prerequisites", "leistung.prerequisites"],
  ["feeText", "leistung.fee"],
  ["documents", "leistung.documents"],
  ["deadlineText", "leistung.deadline"],
  ["processingText", "leistung.duration"],
] as const;

function mainColumn(input: LeistungPageInput): SafeHtml {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  const level = t(`level.${leistung.content.assuranceLevel}`);
  return html`${first(input)}
  ${sections.map(([module, title]) => moduleSection(input, module, title))}
  ${section({ title: t("leistung.level"), body: html`<p>${level}</p>` })}
  ${afterSending(input)} ${legal(input)}`;
}

function first(input: LeistungPageInput): SafeHtml {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  const { assuranceLevel, whatToDo } = leistung.content;
  const next =
    leistung.formKey === null
      ? elsewhere(input)
      : html`<p>
            ${linkButton({
              label: t("leistung.apply"),
              href: applicationHref(input),
              icon: "arrow-forward",
            })}
          </p>
          <p>
            ${t(assuranceLevel === "none" ? "leistung.apply.hint" : "leistung.apply.hint.account")}
          </p>`;
  return section({
    title: t("leistung.first"),
    body: html`${whatToDo && formatted(whatToDo, locale)}${next}`,
  });
}

/** In this portal, whoever receives it; where they call it otherwise, in theirs. */
function applicationHref({
  leistung,
  portal,
  receiver,
  baseUrl,
}: LeistungPageInput): string {
  const path = `/leistungen/${receiver?.leistungSlug ?? leistung.slug}/antrag`;
  return receiver && receiver.leistungSlug !== leistung.slug
    ? `${addressOfPortal(baseUrl, portal, receiver.authority)}${path}`
    : path;
}

/** The honest alternative where there is no form. */
function elsewhere(input: LeistungPageInput): SafeHtml {
  const { leistung, locale } = input;
  const portal =
    (leistung.isOfOther && input.receiver?.authority) || input.portal;
  if (leistung.content.belongsToCommunes) return handedOver(input);
  const t = catalogueTexts(locale);
  const [service] = leistung.content.onlineServices ?? [];
  if (service) return otherService(service, locale);
  const { provider } = leistung;
  const body =
    provider !== undefined
      ? t("leistung.offline.provider", { name: provider.name })
      : leistung.office === null
        ? t("leistung.offline.nobody", { name: portal.name })
        : t("leistung.offline.office", { office: leistung.office.name });
  return alert({ kind: "info", title: t("leistung.offline.title"), body });
}

/** An online service of somebody else; says where the link leads. */
function otherService({ name, url }: NamedLink, locale: Locale): SafeHtml {
  const t = catalogueTexts(locale);
  return html`<p>${t("leistung.elsewhere")}</p>
    <p>${externalLink(url, inLanguage(name, locale).text)}</p>`;
}

function afterSending(input: LeistungPageInput): HtmlValue {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  const after = leistung.content.afterSending;
  const receipt =
    leistung.formKey !== null && html`<p>${t("leistung.after.receipt")}</p>`;
  const body = html`${receipt}${after && formatted(after, locale)}`;
  return html`${(receipt || after) && section({ title: t("leistung.after"), body })}
  ${moduleSection(input, "procedure", "leistung.procedure")}`;
}

/** A text module under its title; nothing where there is no text. */
function moduleSection(
  { leistung, locale }: LeistungPageInput,
  module: TextModule,
  title: (typeof sections)[number][1] | "leistung.procedure",
): HtmlValue {
  const texts = leistung.content[module];
  return (
    texts &&
    section({
      title: catalogueTexts(locale)(title),
      body: formatted(texts, locale),
    })
  );
}

const asideTitle = ({ content }: LeistungWithOffice) =>
  content.belongsToCommunes ? "leistung.help" : "leistung.responsible";

function responsible({
  leistung,
  portal: own,
  receiver,
  baseUrl,
  locale,
  now,
}: LeistungPageInput): SafeHtml {
  const t = catalogueTexts(locale);
  const { office, isOfOther, provider } = leistung;
  const portal = receiver && isOfOther ? receiver.authority : own;
  const origin = isOfOther ? addressOfPortal(baseUrl, own, portal) : "";
  const title = heading(2, t(asideTitle(leistung)), { size: "medium" });
  if (provider !== undefined)
    return html`${title}
      <p><strong lang="de">${provider.name}</strong></p>
      <p>
        ${link(`${origin}${pathOfProvider(provider)}`, t("leistung.responsible.provider"))}
      </p>`;
  if (office === null) return html`${title}${contactRows(portal, locale)}`;
  return html`${title}
    <p>
      <strong lang="de">${office.name}</strong
      ><br />${office.authority ?? portal.name}
    </p>
    <p>${openingBadge(office, { locale, now, ars: portal.ars })}</p>
    ${officeDetails(office, locale)}
    <p>
      ${link(`${origin}/aemter/${office.slug}`, t("leistung.responsible.more"))}
    </p>`;
}

function legal({ leistung, locale }: LeistungPageInput): SafeHtml {
  const t = catalogueTexts(locale);
  const date = formatDate(leistung.updatedAt, locale);
  const { legalBases, remedies, leikaKey } = leistung.content;
  const body = html`${
    legalBases &&
    html`<p>${t("leistung.legal.bases")}:</p>
      ${formatted(legalBases, locale)}`
  }
  ${
    remedies &&
    html`<p>${t("leistung.legal.remedies")}:</p>
      ${formatted(remedies, locale)}`
  }
  ${leikaKey !== undefined && html`<p>${t("leistung.legal.key", { key: leikaKey })}</p>`}`;
  return html`${accordion({ title: t("leistung.legal"), body })}
    <p class="portal-muted">${t("leistung.updated", { date })}</p>`;
}
