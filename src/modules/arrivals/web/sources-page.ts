import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { linkButton } from "../../../ui/button.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { describeCause } from "../../delivery/index.ts";
import type { Inbox } from "../domain/inbox.ts";
import { arrivalsTexts } from "../i18n/texts.ts";
import {
  lately,
  type ArrivalsOverview,
  type SourceEntry,
} from "../use-cases/view-sources.ts";
import { sourcePath, sourcesPath } from "./arrivals-paths.ts";

type Shown = {
  readonly locale: Locale;
  readonly overview: ArrivalsOverview;
  readonly inboxes: ReadonlyMap<string, Inbox>;
  readonly done: "saved" | "asked" | undefined;
};

/** From where applications of other portals come, and what could not be taken. */
export function sourcesPage(shown: Shown): Page {
  const { locale, overview, done } = shown;
  const t = arrivalsTexts(locale);
  const { sources, arrivals, acceptedLately: count } = overview;
  return page({
    title: t("title"),
    section: sourcesPath,
    layout: "wide",
    main: html`${
        done &&
        alert({ kind: "success", title: t(`done.${done}`), isAnnounced: true })
      }
      ${pageHeading({ title: t("title"), lead: t("lead") })}
      <p>${linkButton({ label: t("source.new"), href: sourcePath("neu") })}</p>
      ${
        sources.length === 0
          ? emptyState({ title: t("none.title"), body: t("none.body") })
          : html`${sourceTable(shown)}
              <p class="kern-body">${t("accepted", { count, days: lately })}</p>
              ${
                arrivals.length > 0 &&
                section({ title: t("open.title"), body: arrivalTable(shown) })
              }`
      }`,
  });
}

function sourceTable({ locale, overview, inboxes }: Shown): SafeHtml {
  const t = arrivalsTexts(locale);
  return table({
    caption: t("title"),
    isCaptionHidden: true,
    columns: [
      { label: t("column.name") },
      { label: t("column.way") },
      { label: t("column.asked") },
      { label: t("column.condition") },
    ],
    rows: overview.sources.map((source) => ({
      cells: [
        link(sourcePath(source.id), source.name),
        inboxes.get(source.inboxKey)?.describe(locale).title ?? source.inboxKey,
        source.askedAt ? formatDateTime(source.askedAt, locale) : t("never"),
        conditionOf(source, locale),
      ],
    })),
  });
}

function conditionOf(
  { isEnabled, cause }: SourceEntry,
  locale: Locale,
): SafeHtml {
  const t = arrivalsTexts(locale);
  if (!isEnabled) return badge("neutral", t("condition.off"));
  if (cause === undefined) return badge("success", t("condition.fine"));
  return html`${badge("danger", t("condition.failed"))}<br />
    ${describeCause(locale, cause)}`;
}

function arrivalTable({ locale, overview }: Shown): SafeHtml {
  const t = arrivalsTexts(locale);
  const names = new Map(overview.sources.map(({ id, name }) => [id, name]));
  return table({
    caption: t("open.title"),
    isCaptionHidden: true,
    columns: [
      { label: t("column.seen") },
      { label: t("column.name") },
      { label: t("column.number") },
      { label: t("column.state") },
    ],
    rows: overview.arrivals.map((arrival) => ({
      cells: [
        formatDateTime(arrival.firstSeenAt, locale),
        names.get(arrival.sourceId) ?? "",
        html`<code>${arrival.externalId}</code>`,
        stateOf(arrival, locale),
      ],
    })),
  });
}

/** What happened and what to do, with the causes as they were told to the sender. */
function stateOf(
  {
    state,
    cause,
    problems,
    vorgangId,
    needsPerson,
  }: ArrivalsOverview["arrivals"][number],
  locale: Locale,
): SafeHtml {
  const t = arrivalsTexts(locale);
  const label = t(`state.${state}`);
  return html`${badge(needsPerson ? "warning" : "info", label)}
    <br />${t(`state.${state}.body`)}
    ${cause !== undefined && html`<br />${describeCause(locale, cause)}`}
    ${problems.map(
      ({ title, detail, instance }) =>
        html`<br />${title}: ${detail} <code>${instance}</code>`,
    )}
    ${
      vorgangId !== undefined &&
      html`<br />${link(`/arbeitsplatz/vorgaenge/${vorgangId}`, t("to-vorgang"))}`
    }`;
}
