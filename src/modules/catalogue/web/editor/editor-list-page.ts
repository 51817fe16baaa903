import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import {
  formatDateTime,
  formatDay,
  formatShortDate,
} from "../../../../platform/i18n/dates.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { buttonRow, linkButton } from "../../../../ui/button.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { link } from "../../../../ui/link.ts";
import { pagination } from "../../../../ui/pagination.ts";
import { searchForm } from "../../../../ui/search-form.ts";
import { table } from "../../../../ui/table.ts";
import { editorTexts } from "../../i18n/texts.ts";
import {
  leistungenPerPage,
  type DeskKind,
  type DeskLeistung,
  type EditorDesk,
} from "../../use-cases/editing/read-editor-desk.ts";
import {
  abovePath,
  approvalPath,
  editorPath,
  editPath,
  formerPath,
  newPath,
  rulesPath,
} from "./editor-labels.ts";

/** Each kind of list with its word in the address. */
const deskKinds = {
  all: "",
  own: "eigene",
  inherited: "uebernommene",
  changed: "oben-geaenderte",
  hidden: "verborgene",
  draft: "entwuerfe",
  planned: "geplante",
  waiting: "freigaben",
  due: "zu-pruefen",
  overdue: "ueberfaellige",
  old: "alte",
} as const satisfies Readonly<Record<DeskKind, string>>;

const kindNames = [
  "all",
  "own",
  "inherited",
  "changed",
  "hidden",
  "draft",
  "planned",
  "waiting",
  "due",
  "overdue",
  "old",
] as const;

/** The kind that an address asks for. */
export function kindOfWord(word: string | null): DeskKind {
  return kindNames.find((kind) => deskKinds[kind] === word) ?? "all";
}

export type EditorListInput = {
  readonly desk: EditorDesk;
  /** Undefined where nobody counts them. */
  readonly brokenLinks?: number | undefined;
  readonly words: string;
  readonly kind: DeskKind;
  readonly page: number;
  /** Whether this person sets how editors work. */
  readonly maySetRules: boolean;
  readonly locale: Locale;
};

/** All Leistungen of the portal for the editor. */
export function editorListPage(input: EditorListInput): SafeHtml {
  const { desk, brokenLinks, words, locale, page } = input;
  const t = editorTexts(locale);
  const { count } = desk;
  return html`${pageHeading({ title: t("list.title"), lead: t("list.lead") })}
    ${buttonRow(
      linkButton({ href: newPath, label: t("list.new") }),
      linkButton({
        href: abovePath,
        label: t("of-above.link"),
        variant: "secondary",
      }),
      linkButton({
        href: formerPath,
        label: t("former.title"),
        variant: "secondary",
      }),
      input.maySetRules &&
        linkButton({
          href: rulesPath,
          label: t("rules.title"),
          variant: "secondary",
        }),
      brokenLinks !== undefined &&
        linkButton({
          href: "/verwaltung/links",
          label: t("list.links", { count: brokenLinks }),
          variant: "secondary",
        }),
    )}
    ${searchForm({
      action: editorPath,
      name: "q",
      label: t("list.search"),
      buttonLabel: t("list.search.button"),
      value: words,
    })}
    ${kinds(input)}
    <p role="status">
      ${count === 1 ? t("list.count-one") : t("list.count", { count })}
    </p>
    ${count === 0 ? html`<p>${t("list.none")}</p>` : found(desk.leistungen, locale)}
    ${pagination({
      page,
      pageCount: Math.ceil(count / leistungenPerPage),
      hrefOf: (wanted) => addressOf({ ...input, page: wanted }),
      locale,
    })}`;
}

function addressOf({
  words,
  kind,
  page,
}: Pick<EditorListInput, "words" | "kind" | "page">): string {
  const query = new URLSearchParams({
    ...(words !== "" && { q: words }),
    ...(kind !== "all" && { nur: deskKinds[kind] }),
    ...(page > 1 && { seite: String(page) }),
  }).toString();
  return query === "" ? editorPath : `${editorPath}?${query}`;
}

function kinds({ desk, words, kind, locale }: EditorListInput): SafeHtml {
  const t = editorTexts(locale);
  return html`<nav aria-label="${t("list.filter")}">
    <ul class="portal-list portal-chips" role="list">
      ${kindNames.map((each) => {
        const name = t(`list.kind.${each}`);
        const toDo = desk.toDo[each];
        const label = toDo === undefined ? name : `${name} (${String(toDo)})`;
        const href = addressOf({ words, kind: each, page: 1 });
        return each === kind
          ? html`<li><strong aria-current="true">${label}</strong></li>`
          : html`<li>${link(href, label)}</li>`;
      })}
    </ul>
  </nav>`;
}

function found(leistungen: readonly DeskLeistung[], locale: Locale): SafeHtml {
  const t = editorTexts(locale);
  return table({
    caption: t("list.title"),
    isCaptionHidden: true,
    columns: [
      { label: t("list.name") },
      { label: t("list.state") },
      { label: t("list.changed") },
    ],
    rows: leistungen.map((leistung) => ({
      cells: [
        link(
          leistung.approval === "waiting"
            ? approvalPath(leistung.id)
            : editPath(leistung.id),
          leistung.title,
        ),
        stateOf(leistung, locale),
        formatShortDate(leistung.updatedAt, locale),
      ],
    })),
  });
}

function stateOf(leistung: DeskLeistung, locale: Locale): string {
  const t = editorTexts(locale);
  const state = leistung.isHidden
    ? t("state.hidden")
    : t(leistung.isOutOfTime ? "state.out-of-time" : "state.shown");
  return [
    state,
    ...(leistung.isInherited ? [t("state.inherited")] : []),
    ...(leistung.isChangedAbove ? [t("state.changed-above")] : []),
    ...(leistung.hasDraft ? [t("state.draft")] : []),
    ...(leistung.publishAt === null
      ? []
      : [
          t("state.planned", {
            date: formatDateTime(leistung.publishAt, locale),
          }),
        ]),
    ...(leistung.approval === null
      ? []
      : [t(`state.approval.${leistung.approval}`)]),
    ...(leistung.reviewDueOn === null
      ? []
      : [t("state.due", { date: formatDay(leistung.reviewDueOn, locale) })]),
  ].join(", ");
}
