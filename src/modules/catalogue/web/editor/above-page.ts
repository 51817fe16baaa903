import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { alert } from "../../../../ui/alert.ts";
import { breadcrumb } from "../../../../ui/breadcrumb.ts";
import { button, buttonRow } from "../../../../ui/button.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { externalLink, link } from "../../../../ui/link.ts";
import { pagination } from "../../../../ui/pagination.ts";
import { searchForm } from "../../../../ui/search-form.ts";
import { table } from "../../../../ui/table.ts";
import type { Portal } from "../../../tenants/index.ts";
import { editorTexts, type EditorKey } from "../../i18n/texts.ts";
import {
  leistungenOfAbovePerPage,
  type LeistungOfAbove,
} from "../../use-cases/above/leistungen-of-above.ts";
import { abovePath, editorPath, editPath } from "./editor-labels.ts";

export type AbovePageInput = {
  /** Authorities above with a portal, the nearest first. */
  readonly authorities: readonly Portal[];
  /** Whose Leistungen these are; undefined where there is nobody above. */
  readonly chosen:
    | {
        readonly authority: Portal;
        /** Where its pages begin. */
        readonly origin: string;
        readonly leistungen: readonly LeistungOfAbove[];
        readonly count: number;
      }
    | undefined;
  readonly words: string;
  readonly page: number;
  readonly done: EditorKey | undefined;
  readonly locale: Locale;
};

/** What authorities above offer, and what the portal makes of it. */
export function abovePage(input: AbovePageInput): SafeHtml {
  const { chosen, locale, done } = input;
  const t = editorTexts(locale);
  return html`${breadcrumb({
    parents: [{ label: t("list.title"), href: editorPath }],
    current: t("of-above.title"),
    locale,
  })}
  ${done && alert({ kind: "success", title: t(done), isAnnounced: true })}
  ${pageHeading({ title: t("of-above.title"), lead: t("of-above.lead") })}
  ${chosen ? offered(input, chosen) : html`<p>${t("of-above.none-above")}</p>`}`;
}

type Chosen = NonNullable<AbovePageInput["chosen"]>;

function offered(input: AbovePageInput, chosen: Chosen): SafeHtml {
  const { words, page, locale } = input;
  const { authority, leistungen, count } = chosen;
  const t = editorTexts(locale);
  const { name } = authority;
  return html`${authorities(input, authority)}
    ${searchForm({
      action: abovePath,
      name: "q",
      label: t("list.search"),
      buttonLabel: t("list.search.button"),
      value: words,
      kept: { von: authority.host },
    })}
    <p role="status">
      ${count === 1 ? t("of-above.count-one", { name }) : t("of-above.count", { count, name })}
    </p>
    ${
      leistungen.length === 0
        ? html`<p>${t("of-above.none")}</p>`
        : table({
            caption: t("of-above.title"),
            isCaptionHidden: true,
            columns: [
              { label: t("of-above.column.name") },
              { label: t("of-above.column.by") },
              { label: t("of-above.column.state") },
              { label: t("of-above.column.act") },
            ],
            rows: leistungen.map((leistung) => ({
              cells: cells(input, chosen, leistung),
            })),
          })
    }
    ${pagination({
      page,
      pageCount: Math.ceil(count / leistungenOfAbovePerPage),
      hrefOf: (wanted) => addressOf({ words, page: wanted, authority }),
      locale,
    })}`;
}

/** The list as it is asked for. */
export function addressOf({
  words,
  page,
  authority,
}: {
  readonly words: string;
  readonly page: number;
  readonly authority: Pick<Portal, "host">;
}): string {
  const query = new URLSearchParams({
    von: authority.host,
    ...(words !== "" && { q: words }),
    ...(page > 1 && { seite: String(page) }),
  });
  return `${abovePath}?${query.toString()}`;
}

function authorities(
  { authorities: all, words, locale }: AbovePageInput,
  chosen: Portal,
): SafeHtml | false {
  const t = editorTexts(locale);
  return (
    all.length > 1 &&
    html`<nav aria-label="${t("of-above.authorities")}">
      <ul class="portal-list portal-chips" role="list">
        ${all.map((authority) =>
          authority.tenantId === chosen.tenantId
            ? html`<li>
                <strong aria-current="true">${authority.name}</strong>
              </li>`
            : html`<li>
                ${link(addressOf({ words, page: 1, authority }), authority.name)}
              </li>`,
        )}
      </ul>
    </nav>`
  );
}

function cells(
  { words, page, locale }: AbovePageInput,
  { authority, origin }: Chosen,
  leistung: LeistungOfAbove,
): readonly SafeHtml[] {
  const { slug, title, own, isHidden } = leistung;
  const t = editorTexts(locale);
  const isReplaced = own !== undefined && !own.isHidden;
  const act = isHidden ? "show" : "hide";
  return [
    externalLink(`${origin}/leistungen/${slug}`, title),
    html`${authority.name}`,
    html`${t(`of-above.state.${stateOf(leistung)}`)}`,
    html`${own && html`<p>${link(editPath(own.id), t("of-above.own"))}</p>`}
    ${
      !isReplaced &&
      html`<form method="post" action="${abovePath}">
        ${hidden("von", authority.host)} ${hidden("name", slug)}
        ${hidden("q", words)} ${hidden("seite", String(page))}
        ${buttonRow(
          button({
            label: t("of-above.take"),
            context: title,
            name: "aktion",
            value: "uebernehmen",
            variant: "secondary",
          }),
          button({
            label: t(`of-above.${act}`),
            context: title,
            name: "aktion",
            value: act === "show" ? "zeigen" : "verbergen",
            variant: "secondary",
          }),
        )}
      </form>`
    }`,
  ];
}

const hidden = (name: string, value: string) =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

function stateOf({ isHidden, own }: LeistungOfAbove) {
  if (own && !own.isHidden) return "own";
  if (!isHidden) return "shown";
  return own ? "own-hidden" : "hidden";
}
