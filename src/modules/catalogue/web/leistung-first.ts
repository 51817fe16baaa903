import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { linkButton } from "../../../ui/button.ts";
import { externalLink, link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { inLanguage } from "../domain/content/leistung-content.ts";
import { waysOf, type Way } from "../domain/ways.ts";
import { catalogueTexts, type CatalogueKey } from "../i18n/texts.ts";
import { formatted } from "./german.ts";
import { handedOver } from "./handed-over.ts";
import type { LeistungPageInput } from "./leistung-page-input.ts";
import { pathOfProvider } from "./provider-page.ts";
import { applicationHref, originOfOffice, portalOfOffice } from "./receiver.ts";

/** What is to be done first: which way it goes, in what steps, one button, and the other ways there are. */
export function leistungFirst(input: LeistungPageInput): SafeHtml {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  const { whatToDo, belongsToCommunes } = leistung.content;
  const steps = whatToDo && formatted(whatToDo, locale);
  const title = t("leistung.first");
  if (belongsToCommunes)
    return section({ title, body: html`${steps}${handedOver(input)}` });
  const [first, ...others] = waysOf(leistung);
  return section({
    title,
    body: html`<p>
        ${badge(isOnline(first) ? "success" : "info", t(wordsOf(input, first)))}
      </p>
      ${steps} ${first && mainAction(input, first)} ${otherWays(input, others)}`,
  });
}

const isOnline = (way: Way | undefined) =>
  way?.kind === "online" || way?.kind === "online-elsewhere";

/** How far a way goes, as it is. */
function wordsOf(input: LeistungPageInput, way: Way | undefined): CatalogueKey {
  const { leistung } = input;
  if (way === undefined || way.kind === "office")
    return isOfCompany(input) ? "way.office.company" : "way.office";
  if (way.kind !== "online") return `way.${way.kind}`;
  const { onlineMaturity } = leistung.content;
  if (onlineMaturity < 3) return "way.online.partly";
  return onlineMaturity === 3 ? "way.online" : "way.online.once-only";
}

function mainAction(input: LeistungPageInput, way: Way): SafeHtml {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  switch (way.kind) {
    case "online":
      return action(
        t("leistung.apply"),
        applicationHref(input),
        t(
          leistung.content.assuranceLevel === "none"
            ? "leistung.apply.hint"
            : "leistung.apply.hint.account",
        ),
      );
    case "online-elsewhere": {
      const { text } = inLanguage(way.service.name, locale);
      const hint = t("leistung.elsewhere.hint", { name: text });
      return action(t("leistung.elsewhere"), way.service.url, hint);
    }
    case "form": {
      const { text } = inLanguage(way.form.name, locale);
      return action(
        t("leistung.form"),
        way.form.url,
        t("leistung.form.hint", { name: text }),
      );
    }
    case "appointment":
      return way.url === undefined
        ? html`${action(t("leistung.appointment.call"), contactOf(input), t("leistung.appointment.hint"))}`
        : action(
            t("leistung.appointment"),
            way.url,
            t("leistung.appointment.hint"),
          );
    case "office":
      return html`${offline(input)}
        <p>
          ${linkButton({
            label: t(
              isOfCompany(input) ? "leistung.visit.company" : "leistung.visit",
            ),
            href: contactOf(input),
          })}
        </p>`;
  }
}

function action(label: string, href: string, hint: string): SafeHtml {
  return html`<p>
      ${linkButton({
        label,
        href,
        icon: href.startsWith("http") ? "open-in-new" : "arrow-forward",
      })}
    </p>
    <p>${hint}</p>`;
}

/** Offered by a company in its own portal, or by one that the portal shows: not by an Amt of the portal. */
function isOfCompany(input: LeistungPageInput): boolean {
  return (
    input.leistung.provider !== undefined ||
    portalOfOffice(input).kind === "company"
  );
}

function contactOf(input: LeistungPageInput): string {
  const { office, provider } = input.leistung;
  if (provider !== undefined)
    return `${originOfOffice(input)}${pathOfProvider(provider)}`;
  const offices = `${originOfOffice(input)}/aemter`;
  return office === null ? offices : `${offices}/${office.slug}`;
}

function offline(input: LeistungPageInput): SafeHtml {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  const { provider } = leistung;
  const body =
    provider !== undefined
      ? t("leistung.offline.provider", { name: provider.name })
      : leistung.office === null
        ? t("leistung.offline.nobody", { name: portalOfOffice(input).name })
        : t("leistung.offline.office", { office: leistung.office.name });
  return alert({ kind: "info", title: t("leistung.offline.title"), body });
}

function otherWays(input: LeistungPageInput, ways: readonly Way[]): HtmlValue {
  if (ways.length === 0) return undefined;
  const t = catalogueTexts(input.locale);
  return html`<p>${t("leistung.other-ways")}</p>
    <ul class="kern-list kern-list--bullet">
      ${ways.map((way) => html`<li>${otherWay(input, way)}</li>`)}
    </ul>`;
}

function otherWay(input: LeistungPageInput, way: Way): SafeHtml {
  const { locale } = input;
  const t = catalogueTexts(locale);
  const named = (kind: "form" | "online-elsewhere", text: string) =>
    t(`leistung.other-ways.${kind}`, { name: text });
  switch (way.kind) {
    case "online-elsewhere":
      return externalLink(
        way.service.url,
        named(way.kind, inLanguage(way.service.name, locale).text),
      );
    case "form":
      return externalLink(
        way.form.url,
        named(way.kind, inLanguage(way.form.name, locale).text),
      );
    case "appointment":
      return way.url === undefined
        ? link(contactOf(input), t("leistung.other-ways.appointment"))
        : externalLink(way.url, t("leistung.other-ways.appointment"));
    case "online":
    case "office":
      return link(
        contactOf(input),
        t(
          isOfCompany(input)
            ? "leistung.other-ways.office.company"
            : "leistung.other-ways.office",
        ),
      );
  }
}
