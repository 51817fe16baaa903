import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { button } from "../../../ui/button.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { radios } from "../../../ui/radios.ts";
import { section } from "../../../ui/section.ts";
import { summaryList } from "../../../ui/summary-list.ts";
import { textInput } from "../../../ui/text-input.ts";
import { feedModes, type Feed, type FeedFault } from "../domain/feed.ts";
import { exchangeTexts } from "../i18n/texts.ts";
import type { ImportDesk } from "../use-cases/feeds.ts";
import { runsTable } from "./import-run-page.ts";
import { detailWords } from "./import-detail.ts";
import { importsPath } from "./imports-path.ts";

export type TypedFeed = {
  readonly url: string;
  readonly hours: string;
  readonly mode: string;
};

export type ImportsPageInput = {
  readonly desk: ImportDesk;
  readonly locale: Locale;
  readonly typed: TypedFeed;
  readonly fault: FeedFault | undefined;
  readonly done: "saved" | "ended" | "asked" | undefined;
};

/** For the editor: where Leistungen are fetched from, and what came of it. */
export function importsPage(input: ImportsPageInput): SafeHtml {
  const { desk, locale, fault, done } = input;
  const t = exchangeTexts(locale);
  return html`${pageHeading({ title: t("imports.title"), lead: t("imports.lead") })}
  ${
    fault &&
    errorSummary({
      errors: [{ fieldId: fieldOf(fault), text: t(`fault.${fault}`) }],
      locale,
    })
  }
  ${
    done &&
    alert({
      kind: "success",
      title: t(`imports.${done}`),
      body: t(`imports.${done}.body`),
      isAnnounced: true,
    })
  }
  ${section({ title: t("imports.from"), body: source(desk.feed, locale) })}
  ${section({ title: t("runs.title"), body: runsTable(desk.runs, locale), isWide: true })}
  ${section({ title: t("imports.change"), body: settingForm(input) })}`;
}

const fieldOf = (fault: FeedFault) =>
  fault === "no-hours" ? "abstand" : "adresse";

function source(feed: Feed | undefined, locale: Locale): SafeHtml {
  const t = exchangeTexts(locale);
  if (!feed)
    return emptyState({
      title: t("imports.none"),
      body: t("imports.none.body"),
    });
  const moment = (date: Date | undefined) =>
    date ? formatDateTime(date, locale) : t("imports.never");
  const hours = String(feed.everyHours);
  return html`${result(feed, locale)}
    ${summaryList({
      entries: [
        { label: t("imports.address"), values: [feed.url] },
        {
          label: t("imports.every"),
          values: [
            t("imports.every.value", { hours }),
            t(`imports.mode.${feed.mode}`),
          ],
        },
        { label: t("imports.asked-at"), values: [moment(feed.askedAt)] },
        { label: t("imports.next-at"), values: [moment(feed.nextAt)] },
      ],
      locale,
    })}
    <form method="post" action="${importsPath}">
      ${button({
        label: t("imports.now"),
        name: "aktion",
        value: "jetzt",
        variant: "secondary",
      })}
    </form>`;
}

function result({ outcome, detail }: Feed, locale: Locale): HtmlValue {
  if (outcome === undefined) return undefined;
  const t = exchangeTexts(locale);
  const isGood = outcome === "taken" || outcome === "unchanged";
  return alert({
    kind: isGood ? "info" : "warning",
    title: t(`outcome.${outcome}`),
    body: isGood
      ? undefined
      : html`<p class="kern-body">${t("outcome.nothing")}</p>
          ${
            detail !== undefined &&
            html`<p class="kern-body">
              ${t("run.detail", { detail: detailWords(detail, locale) })}
            </p>`
          }`,
  });
}

function settingForm({ typed, fault, locale }: ImportsPageInput): SafeHtml {
  const t = exchangeTexts(locale);
  const errorAt = (field: string) =>
    fault && fieldOf(fault) === field ? t(`fault.${fault}`) : undefined;
  return html`<form method="post" action="${importsPath}" novalidate>
    ${textInput({
      id: "adresse",
      name: "adresse",
      type: "url",
      label: t("imports.url"),
      hint: t("imports.url.hint"),
      value: typed.url,
      maxLength: 2000,
      isOptional: true,
      error: errorAt("adresse"),
      locale,
    })}
    ${textInput({
      id: "abstand",
      name: "abstand",
      label: t("imports.hours"),
      hint: t("imports.hours.hint"),
      value: typed.hours,
      inputMode: "numeric",
      width: 4,
      maxLength: 4,
      error: errorAt("abstand"),
      locale,
    })}
    ${radios({
      id: "art",
      name: "art",
      label: t("imports.mode"),
      value: typed.mode,
      options: feedModes.map((mode) => ({
        value: mode,
        label: t(`imports.mode.${mode}`),
        hint: t(`imports.mode.${mode}.hint`),
      })),
      locale,
    })}
    ${button({ label: t("imports.save"), name: "aktion", value: "speichern" })}
  </form>`;
}
