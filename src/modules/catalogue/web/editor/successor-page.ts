import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import { formatDate } from "../../../../platform/i18n/dates.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { alert } from "../../../../ui/alert.ts";
import { breadcrumb } from "../../../../ui/breadcrumb.ts";
import { button } from "../../../../ui/button.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { link } from "../../../../ui/link.ts";
import { pagination } from "../../../../ui/pagination.ts";
import { searchForm } from "../../../../ui/search-form.ts";
import { section } from "../../../../ui/section.ts";
import { table } from "../../../../ui/table.ts";
import { editorTexts, type EditorKey } from "../../i18n/texts.ts";
import {
  leavingPerPage,
  type Leaving,
} from "../../use-cases/editing/successors.ts";
import {
  editorPath,
  editPath,
  formerPath,
  successorPath,
} from "./editor-labels.ts";

/** A Leistung that may take the place. */
export type Candidate = {
  readonly slug: string;
  readonly title: string;
  readonly offeredBy: string | undefined;
};

export type SuccessorPageInput = {
  readonly leaving: Leaving;
  /** What the portal shows of what was chosen; undefined where it shows nothing of it, or nothing was chosen. */
  readonly shown: Candidate | undefined;
  readonly words: string;
  /** Undefined where nothing was searched for. */
  readonly candidates: readonly Candidate[] | undefined;
  readonly done?: EditorKey | undefined;
  readonly warning?: EditorKey | undefined;
  readonly locale: Locale;
};

const field = "nachfolger";
const publicPath = (slug: string) => `/leistungen/${slug}`;

/** What takes the place of a Leistung, and the search for it. */
export function successorPage(input: SuccessorPageInput): SafeHtml {
  const { leaving, locale, words, done, warning } = input;
  const { slug, title, state, leistungId } = leaving;
  const t = editorTexts(locale);
  return html`${breadcrumb({
      parents: [
        { label: t("list.title"), href: editorPath },
        state === "deleted"
          ? { label: t("former.title"), href: formerPath }
          : { label: title, href: editPath(leistungId) },
      ],
      current: t("successor.title"),
      locale,
    })}
    ${done && alert({ kind: "success", title: t(done), isAnnounced: true })}
    ${warning && alert({ kind: "warning", title: t(warning), isAnnounced: true })}
    ${pageHeading({ title: t("successor.of", { title }), lead: t("successor.lead") })}
    <p>${t(`successor.state.${state}`, { address: publicPath(slug) })}</p>
    ${chosen(input)}
    ${section({
      title: t(
        leaving.successor === undefined
          ? "successor.choose"
          : "successor.change",
      ),
      body: html`${searchForm({
        action: successorPath(slug),
        name: "q",
        label: t("successor.search"),
        buttonLabel: t("list.search.button"),
        value: words,
      })}
      ${candidates(input)}`,
    })}`;
}

function chosen({
  leaving: { slug, successor },
  shown,
  locale,
}: SuccessorPageInput): SafeHtml {
  const t = editorTexts(locale);
  if (successor === undefined) return html`<p>${t("successor.none")}</p>`;
  return section({
    title: t("successor.now"),
    body: html`${
        shown
          ? html`<p>
              ${link(publicPath(shown.slug), shown.title)}
              ${shown.offeredBy !== undefined && html`(${shown.offeredBy})`}
            </p>`
          : html`<p>
              ${t("successor.not-shown", { address: publicPath(successor) })}
            </p>`
      }
      <form method="post" action="${successorPath(slug)}">
        ${button({
          label: t("successor.remove"),
          name: field,
          value: "",
          variant: "secondary",
        })}
      </form>`,
  });
}

function candidates({
  leaving: { slug },
  candidates: found,
  locale,
}: SuccessorPageInput): SafeHtml | undefined {
  const t = editorTexts(locale);
  if (!found) return undefined;
  if (found.length === 0)
    return html`<p role="status">${t("successor.nothing")}</p>`;
  return html`<form method="post" action="${successorPath(slug)}">
    ${table({
      caption: t("successor.found"),
      columns: [
        { label: t("of-above.column.name") },
        { label: t("of-above.column.by") },
        { label: t("of-above.column.act") },
      ],
      rows: found.map((it) => ({
        cells: [
          link(publicPath(it.slug), it.title),
          html`${it.offeredBy}`,
          button({
            label: t("successor.take"),
            context: it.title,
            name: field,
            value: it.slug,
            variant: "secondary",
          }),
        ],
      })),
    })}
  </form>`;
}

export type FormerPageInput = {
  readonly leaving: readonly Leaving[];
  readonly count: number;
  readonly words: string;
  readonly page: number;
  readonly locale: Locale;
};

/** Addresses that everybody knew, and where they lead. */
export function formerPage(input: FormerPageInput): SafeHtml {
  const { leaving, count, words, page, locale } = input;
  const t = editorTexts(locale);
  return html`${breadcrumb({
    parents: [{ label: t("list.title"), href: editorPath }],
    current: t("former.title"),
    locale,
  })}
  ${pageHeading({ title: t("former.title"), lead: t("former.lead") })}
  ${searchForm({
    action: formerPath,
    name: "q",
    label: t("former.search"),
    buttonLabel: t("list.search.button"),
    value: words,
  })}
  ${leaving.length === 0 ? html`<p role="status">${t("former.none")}</p>` : formerTable(input)}
  ${pagination({
    page,
    pageCount: Math.ceil(count / leavingPerPage),
    hrefOf: (wanted) =>
      `${formerPath}?${new URLSearchParams({ q: words, seite: String(wanted) }).toString()}`,
    locale,
  })}`;
}

function formerTable({ leaving, locale }: FormerPageInput): SafeHtml {
  const t = editorTexts(locale);
  return table({
    caption: t("former.title"),
    isCaptionHidden: true,
    columns: [
      { label: t("of-above.column.name") },
      { label: t("former.column.since") },
      { label: t("former.column.why") },
      { label: t("successor.title") },
    ],
    rows: leaving.map((it) => ({
      cells: [
        html`${it.title}<br /><span class="portal-muted"
            >${publicPath(it.slug)}</span
          >`,
        html`${it.goneAt && formatDate(it.goneAt, locale)}`,
        html`${t(`former.why.${it.state}`)}`,
        html`${it.successor === undefined ? t("former.no-successor") : publicPath(it.successor)}<br />
          ${link(successorPath(it.slug), t("successor.link-of", { title: it.title }))}`,
      ],
    })),
  });
}
