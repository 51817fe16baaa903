import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { attributes } from "../../../ui/attributes.ts";
import { badge } from "../../../ui/badge.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { table } from "../../../ui/table.ts";
import { escalationTexts } from "../i18n/escalation-texts.ts";
import type { Escalation, EscalationOf } from "../use-cases/read-escalation.ts";
import { countWords } from "./count-words.ts";
import { queueHref } from "./queue-href.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Name of the choice whose Vorgänge are shown, and its words. */
export const escalationField = "wessen";
export const mineWord = "meine";

export type EscalationPageProps = {
  readonly locale: Locale;
  readonly whose: EscalationOf;
  readonly escalation: Escalation;
};

/** For who leads: what must not go on lying, with how much of it there is, and where to find it. */
export function escalationPage(props: EscalationPageProps): Page {
  const t = escalationTexts(props.locale);
  const title = t("escalation.title");
  return page({
    title,
    section: vorgaengePaths.escalation,
    layout: "wide",
    main: html`${pageHeading({ title, lead: t("escalation.lead") })}
    ${choices(props)} ${counts(props)}`,
  });
}

function choices({ locale, whose, escalation }: EscalationPageProps): SafeHtml {
  const t = escalationTexts(locale);
  const chosen = typeof whose === "string" ? whose : whose.teamId;
  const all = [
    { value: "all", query: "", label: t("escalation.all") },
    ...escalation.teams.map(({ id, name }) => ({
      value: id,
      query: `?${escalationField}=${id}`,
      label: t("escalation.team", { team: name }),
    })),
    {
      value: "mine",
      query: `?${escalationField}=${mineWord}`,
      label: t("escalation.mine"),
    },
  ];
  return html`<nav aria-label="${t("escalation.whose")}">
    <ul class="portal-list portal-tabs">
      ${all.map(({ value, query, label }) => {
        const given = attributes({
          class: "portal-tab",
          href: `${vorgaengePaths.escalation}${query}`,
          "aria-current": value === chosen ? "page" : undefined,
        });
        return html`<li><a${given}>${label}</a></li>`;
      })}
    </ul>
  </nav>`;
}

function counts({ locale, escalation }: EscalationPageProps): SafeHtml {
  const t = escalationTexts(locale);
  const { lists, tasks, countedAtMost } = escalation;
  const order = "due" as const;
  const rows = [
    ...lists.map(({ kind, narrowing, count }) => ({
      label: link(
        queueHref({ filter: "open", order, after: undefined, narrowing }),
        t(`escalation.${kind}`),
      ),
      what: t(`escalation.${kind}.what`),
      count,
      isRed: kind === "late" || kind === "late-unassigned",
    })),
    ...(["contact", "paper"] as const).map((kind) => ({
      label: link("/arbeitsplatz/postfach", t(`escalation.${kind}`)),
      what: t(`escalation.${kind}.what`),
      count: tasks[kind],
      isRed: true,
    })),
  ];
  return table({
    caption: t("escalation.title"),
    isCaptionHidden: true,
    columns: [
      { label: t("escalation.column.list") },
      { label: t("escalation.column.what") },
      { label: t("escalation.column.count"), isNumeric: true },
    ],
    rows: rows.map(({ label, what, count, isRed }) => {
      const words = countWords(count, countedAtMost, locale);
      return {
        cells: [
          label,
          what,
          count > 0 && isRed ? badge("danger", words) : words,
        ],
      };
    }),
  });
}
