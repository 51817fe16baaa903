import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { attributes } from "../../../ui/attributes.ts";
import { badge } from "../../../ui/badge.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { pagination } from "../../../ui/pagination.ts";
import { searchForm } from "../../../ui/search-form.ts";
import { table } from "../../../ui/table.ts";
import { isUnread } from "../domain/thread.ts";
import { postfachTexts } from "../i18n/texts.ts";
import type { ListedThread } from "../use-cases/list-threads.ts";
import { postfachPath, threadPath } from "./postfach-paths.ts";

export type ListPageProps = {
  readonly threads: readonly ListedThread[];
  readonly folder: "inbox" | "archive";
  readonly search: string;
  readonly label: string | undefined;
  /** From 1. */
  readonly page: number;
  readonly portalNameOf: (tenantId: string) => string;
};

const perPage = 25;

/** In the address. */
export const labelParameter = "schlagwort";

/** All threads of the signed-in party, from all portals. */
export function listPage(request: PortalRequest, props: ListPageProps): Page {
  const t = postfachTexts(request.locale);
  const party = request.account?.actingFor?.name;
  const { threads, search, label, folder } = props;
  return page({
    title: t("list.title"),
    section: "/konto",
    main: html`${pageHeading({
      title: t("list.title"),
      lead:
        party === undefined ? t("list.lead") : t("list.lead.for", { party }),
    })}
    ${folderLinks(request, folder)}
    ${searchForm({
      action: postfachPath,
      name: "q",
      label: t("list.search"),
      buttonLabel: t("list.search.button"),
      hint: t("list.search.hint"),
      value: search,
      id: "postfach-search",
    })}
    ${narrowed(request, props)}
    ${threads.length === 0 ? nothing(request, props) : html`<div class="portal-wide">${threadTable(request, props)}</div>`}
    ${pagination({
      page: props.page,
      pageCount: Math.ceil(threads.length / perPage),
      hrefOf: (number) => hrefOf({ folder, search, label, page: number }),
      locale: request.locale,
    })}`,
  });
}

/** The address of a view of the list. */
function hrefOf({
  folder,
  search = "",
  label,
  page: number = 1,
}: {
  readonly folder: "inbox" | "archive";
  readonly search?: string;
  readonly label?: string | undefined;
  readonly page?: number;
}): string {
  const query = new URLSearchParams({
    ...(folder === "archive" ? { ordner: "archiv" } : {}),
    ...(search === "" ? {} : { q: search }),
    ...(label === undefined ? {} : { [labelParameter]: label }),
    ...(number === 1 ? {} : { seite: String(number) }),
  });
  return query.size === 0
    ? postfachPath
    : `${postfachPath}?${query.toString()}`;
}

function folderLinks(
  { locale }: PortalRequest,
  current: "inbox" | "archive",
): SafeHtml {
  const t = postfachTexts(locale);
  const chip = (folder: "inbox" | "archive") =>
    html`<li>
      <a${attributes({
        class: "portal-chip",
        href: hrefOf({ folder }),
        "aria-current": folder === current ? "page" : undefined,
      })}>${t(`list.${folder}`)}</a>
    </li>`;
  return html`<nav aria-label="${t("list.folder")}">
    <ul class="portal-list portal-chips" role="list">
      ${chip("inbox")}${chip("archive")}
    </ul>
  </nav>`;
}

function narrowed(
  { locale }: PortalRequest,
  { search, label, folder, threads }: ListPageProps,
): SafeHtml | false {
  if (search === "" && label === undefined) return false;
  const t = postfachTexts(locale);
  return html`<p class="kern-body" role="status">
    ${label !== undefined && t("list.label.chosen", { label })}
    ${t("list.found", { count: threads.length })}.
    ${link(hrefOf({ folder }), t("list.all"))}
  </p>`;
}

function nothing(
  { locale }: PortalRequest,
  { search, label, folder }: ListPageProps,
): SafeHtml {
  const t = postfachTexts(locale);
  const isNarrowed = search !== "" || label !== undefined;
  const ofFolder = folder === "archive" ? ".archive" : "";
  const key = isNarrowed ? ".found" : ofFolder;
  return emptyState({
    title: t(`list.none${key}`),
    body: t(`list.none${key}.body`),
  });
}

function threadTable(
  { locale }: PortalRequest,
  props: ListPageProps,
): SafeHtml {
  const t = postfachTexts(locale);
  const first = (props.page - 1) * perPage;
  const threads = props.threads.slice(first, first + perPage);
  const hasLabels = threads.some(({ labelWords }) => labelWords.length > 0);
  return table({
    caption: t(`list.${props.folder}`),
    isCaptionHidden: true,
    columns: [
      { label: t("list.subject") },
      { label: t("list.portal") },
      { label: t("list.newest") },
      { label: t("list.reference") },
      ...(hasLabels ? [{ label: t("list.labels") }] : []),
    ],
    rows: threads.map((thread) => ({
      isUnread: isUnread(thread),
      cells: [
        html`<a class="kern-link" href="${threadPath(thread.id)}" lang="de"
            >${thread.title}</a
          >
          ${isUnread(thread) && badge("info", t("list.unread"))}`,
        html`<span lang="de">${props.portalNameOf(thread.tenantId)}</span>`,
        formatDate(thread.newestAt, locale),
        thread.reference,
        ...(hasLabels ? [labelLinks(thread, props.folder)] : []),
      ],
    })),
  });
}

function labelLinks(
  { labelWords }: ListedThread,
  folder: "inbox" | "archive",
): SafeHtml {
  return html`${labelWords.map(
    (label, index) =>
      html`${index > 0 && ", "}${link(hrefOf({ folder, label }), label)}`,
  )}`;
}
