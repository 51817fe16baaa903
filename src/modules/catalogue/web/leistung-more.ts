import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { accordion } from "../../../ui/accordion.ts";
import { sharePage } from "../../../ui/share-page.ts";
import {
  inLanguage,
  type TextModule,
} from "../domain/content/leistung-content.ts";
import { catalogueTexts, type CatalogueKey } from "../i18n/texts.ts";
import { formatted } from "./german.ts";
import type { LeistungPageInput } from "./leistung-page-input.ts";

/** Modules that most visitors do not need at once, in the order of the page. */
const folded = [
  ["summary", "leistung.summary"],
  ["description", "leistung.description"],
  ["prerequisites", "leistung.prerequisites"],
  ["procedure", "leistung.procedure"],
  ["notes", "leistung.notes"],
  ["furtherInformation", "leistung.further"],
] as const satisfies readonly (readonly [TextModule, string])[];

/** The rest of what a Leistung says, folded; then the law, and where the texts come from. */
export function leistungMore(input: LeistungPageInput): SafeHtml {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  return html`<div class="kern-accordion-group">
      ${easyLanguage(input)}
      ${folded.map(([module, title]) => {
        const texts = leistung.content[module];
        return (
          texts &&
          accordion({ title: t(title), body: formatted(texts, locale) })
        );
      })}
      ${legal(input)} ${share(input)}
    </div>
    ${origin(input)}`;
}

/** Where a link to the text in easy language leads; inside of what is folded, so that the browser opens it. */
export const easyLanguageAnchor = "leichte-sprache";

function easyLanguage({ leistung, locale }: LeistungPageInput): HtmlValue {
  const texts = leistung.content.easyLanguage;
  return (
    texts &&
    accordion({
      title: catalogueTexts(locale)("leistung.easy-language"),
      body: html`<div id="${easyLanguageAnchor}">
        ${formatted(texts, locale)}
      </div>`,
    })
  );
}

function share({ leistung, baseUrl, locale }: LeistungPageInput): SafeHtml {
  return sharePage({
    title: inLanguage(leistung.content.title, locale).text,
    href: `${baseUrl}/leistungen/${leistung.slug}`,
    locale,
  });
}

function legal({ leistung, locale }: LeistungPageInput): SafeHtml {
  const t = catalogueTexts(locale);
  const { legalBases, remedies, leikaKey, officialTitle } = leistung.content;
  const official = officialTitle && inLanguage(officialTitle, locale);
  const body = html`${
    official &&
    html`<p>
      ${t("leistung.legal.official")}:
      <span lang="${official.language}">${official.text}</span>
    </p>`
  }
  ${
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
  return accordion({ title: t("leistung.legal"), body });
}

/** Who wrote it and when. */
function origin(input: LeistungPageInput): SafeHtml {
  const { leistung, locale } = input;
  const t = catalogueTexts(locale);
  const date = formatDate(leistung.updatedAt, locale);
  return html`<p class="portal-muted">
    ${t("leistung.updated", { date })}${takenOver(input)}${author(input)}
  </p>`;
}

function author({ leistung, locale }: LeistungPageInput): HtmlValue {
  const texts = leistung.content.author;
  return (
    texts &&
    html`<br />${catalogueTexts(locale)("leistung.author")}:
      <span lang="de"
        >${inLanguage(texts, locale).text.replaceAll(/<[^>]*>/g, " ")}</span
      >`
  );
}

/** Names the authority above whose texts these are, and which parts this one wrote itself. */
function takenOver({
  leistung,
  portal,
  locale,
  takenOverFrom,
}: LeistungPageInput): HtmlValue {
  const t = catalogueTexts(locale);
  if (!leistung.takenOver) return undefined;
  const name = takenOverFrom ?? t("leistung.from.import");
  const labels = leistung.takenOver.ownParts.flatMap(
    (part) => ownPartNames[part] ?? [],
  );
  const own = [...new Set(labels)].map((label) => t(label));
  const from = html`<br />${t("leistung.from", { name })}`;
  if (own.length === 0) return from;
  const parts = own.join(", ");
  return html`${from} ${t("leistung.from.own", { name: portal.name, parts })}`;
}

/** What the parts that somebody may have written anew are called. */
const ownPartNames: Readonly<Record<string, CatalogueKey>> = {
  title: "part.title",
  whatToDo: "part.first",
  documents: "part.documents",
  prerequisites: "part.prerequisites",
  feeText: "part.fee",
  processingText: "part.duration",
  deadlineText: "part.deadline",
  fees: "part.fee",
  processingTime: "part.duration",
  deadlines: "part.deadline",
  procedure: "part.procedure",
  officeSlug: "part.office",
};
