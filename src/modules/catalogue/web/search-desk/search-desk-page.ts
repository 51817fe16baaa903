import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import { formatDate } from "../../../../platform/i18n/dates.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { alert } from "../../../../ui/alert.ts";
import { barChart } from "../../../../ui/bar-chart.ts";
import { button } from "../../../../ui/button.ts";
import { errorSummary } from "../../../../ui/error-summary.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { section } from "../../../../ui/section.ts";
import { table } from "../../../../ui/table.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { fewestOccasions } from "../../domain/search/search-gap.ts";
import { catalogueTexts } from "../../i18n/texts.ts";
import type { SearchDesk } from "../../use-cases/search/read-search-desk.ts";

export const searchDeskPath = "/verwaltung/suche";

export type SearchDeskPageInput = {
  readonly desk: SearchDesk;
  readonly locale: Locale;
  /** What stands in the inputs. */
  readonly word: string;
  readonly meaning: string;
  /** The words were refused: each must be one word. */
  readonly isRefused: boolean;
  readonly isSaved: boolean;
};

/** For the editor: what people search for in vain, and the words of the place. */
export function searchDeskPage(input: SearchDeskPageInput): SafeHtml {
  const { locale, isRefused, isSaved } = input;
  const t = catalogueTexts(locale);
  return html`${pageHeading({ title: t("desk.title"), lead: t("desk.lead") })}
  ${
    isRefused &&
    errorSummary({
      errors: [{ fieldId: "wort", text: t("desk.not-one-word") }],
      locale,
    })
  }
  ${isSaved && alert({ kind: "success", title: t("desk.saved") })}
  ${section({ title: t("desk.gaps"), body: gaps(input) })}
  ${section({ title: t("desk.add"), body: wordForm(input) })}
  ${section({ title: t("desk.synonyms"), body: synonyms(input) })}`;
}

const mostBars = 12;

function gaps({ desk, locale }: SearchDeskPageInput): SafeHtml {
  const t = catalogueTexts(locale);
  const shown = desk.gaps.slice(0, mostBars);
  const rows = desk.gaps.map(({ words, occasions, lastAt }) => ({
    cells: [
      html`<a
        class="kern-link"
        href="${searchDeskPath}?${new URLSearchParams({ wort: words }).toString()}#wort"
        >${words}</a
      >`,
      String(occasions),
      formatDate(lastAt, locale),
    ],
  }));
  const [first] = shown;
  if (!first)
    return html`<p>${t("desk.gaps.none", { count: fewestOccasions })}</p>
      ${rare(desk, locale)}`;
  return html`${barChart({
    summary: t("desk.gaps.summary", {
      words: first.words,
      count: first.occasions,
    }),
    series: [{ kind: "open", label: t("desk.gaps.occasions") }],
    bars: shown.map(({ words, occasions }) => ({
      label: words,
      values: [occasions],
    })),
    table: { title: t("desk.gaps.figures"), firstColumn: t("desk.gaps.words") },
  })}
  ${table({
    caption: t("desk.gaps"),
    isCaptionHidden: true,
    columns: [
      { label: t("desk.gaps.words") },
      { label: t("desk.gaps.occasions"), isNumeric: true },
      { label: t("desk.gaps.last") },
    ],
    rows,
  })}
  ${rare(desk, locale)}`;
}

function rare({ rare: count }: SearchDesk, locale: Locale): SafeHtml {
  const t = catalogueTexts(locale);
  return html`<p class="portal-muted">
    ${t("desk.gaps.rare", { count, fewest: fewestOccasions })}
  </p>`;
}

function wordForm(input: SearchDeskPageInput): SafeHtml {
  const { locale, word, meaning, isRefused } = input;
  const t = catalogueTexts(locale);
  return html`<form method="post" action="${searchDeskPath}">
    ${textInput({
      id: "wort",
      name: "wort",
      label: t("desk.word"),
      hint: t("desk.word.hint"),
      value: word,
      maxLength: 60,
      error: isRefused ? t("desk.not-one-word") : undefined,
      locale,
    })}
    ${textInput({
      id: "bedeutung",
      name: "bedeutung",
      label: t("desk.meaning"),
      hint: t("desk.meaning.hint"),
      value: meaning,
      maxLength: 60,
      locale,
    })}
    ${button({ label: t("desk.add.button"), name: "aktion", value: "neu" })}
  </form>`;
}

function synonyms({ desk, locale }: SearchDeskPageInput): SafeHtml {
  const t = catalogueTexts(locale);
  if (desk.synonyms.length === 0)
    return html`<p>${t("desk.synonyms.none")}</p>`;
  return table({
    caption: t("desk.synonyms"),
    isCaptionHidden: true,
    columns: [
      { label: t("desk.word") },
      { label: t("desk.meaning") },
      { label: t("desk.drop") },
    ],
    rows: desk.synonyms.map(({ word, meaning, stem, meaningStem }) => ({
      cells: [
        word,
        meaning,
        html`<form method="post" action="${searchDeskPath}">
          <input type="hidden" name="stamm" value="${stem}" />
          <input type="hidden" name="ziel" value="${meaningStem}" />
          ${button({
            label: t("desk.drop.button", { word }),
            name: "aktion",
            value: "entfernen",
            variant: "secondary",
          })}
        </form>`,
      ],
    })),
  });
}
