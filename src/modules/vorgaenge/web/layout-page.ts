import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { button } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { select } from "../../../ui/select.ts";
import { columnKeys, type SavedView } from "../domain/queue-layout.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import { worklistTexts } from "../i18n/worklist-texts.ts";
import type { SaveViewRefusal } from "../use-cases/change-worklist.ts";
import type { Worklist } from "../use-cases/read-worklist.ts";
import { keepViewForm, viewFields, type TypedView } from "./keep-view-form.ts";
import { keyList } from "./shortcut-help.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Names of the form; each column's choice is its place. */
export const layoutFields = {
  place: (key: string) => `platz-${key}`,
  shortcuts: "tasten",
} as const;

/** A list that was not kept, and why. */
export type RefusedView = {
  readonly typed: TypedView;
  readonly problem: SaveViewRefusal["kind"];
};

export type LayoutProps = {
  readonly locale: Locale;
  readonly worklist: Worklist;
  readonly ownId: string;
  readonly mayShare: boolean;
  readonly refused?: RefusedView | undefined;
};

/** Columns in their order, keys, and kept lists. */
export function layoutPage(props: LayoutProps): Page {
  const { locale, worklist, refused } = props;
  const t = worklistTexts(locale);
  const title = t("layout.title");
  return page({
    title: refused
      ? vorgaengeTexts(locale)("step.error-title", { title })
      : title,
    section: vorgaengePaths.queue,
    status: refused ? 422 : 200,
    scripts: refused ? ["focus-error-summary"] : [],
    main: html`${refused && errorSummary({ errors: [viewError(refused, locale)], locale })}
      ${pageHeading({ title, lead: t("layout.hint") })}
      ${refused && keepAgain(refused, props)}
      <form method="post" action="${vorgaengePaths.layout}">
        ${heading(2, t("layout.columns"))}
        <div class="portal-filter">
          ${columnKeys.map((key) => placeSelect(key, props))}
        </div>
        ${heading(2, t("layout.keys"))}
        ${checkbox({
          name: layoutFields.shortcuts,
          label: t("layout.shortcuts"),
          hint: t("layout.shortcuts.hint"),
          value: "ja",
          isChecked: worklist.layout.hasShortcuts,
          locale,
        })}
        ${keyList(locale)}
        <p class="kern-body portal-muted">${t("layout.keys.hint")}</p>
        ${button({ label: t("layout.save") })}
      </form>
      ${heading(2, t("layout.views"), { id: viewsId })} ${viewList(props)}
      <p class="kern-body">${link(vorgaengePaths.queue, t("layout.back"))}</p>`,
  });
}

const viewsId = "gemerkte-listen";

/** Too many are mended in their list, everything else at the name. */
function viewError({ problem }: RefusedView, locale: Locale) {
  return {
    fieldId: problem === "too-many-views" ? viewsId : viewFields.name,
    text: worklistTexts(locale)(`views.${problem}`),
  };
}

function keepAgain(
  refused: RefusedView,
  { locale, worklist, mayShare }: LayoutProps,
): SafeHtml {
  const { fieldId, text } = viewError(refused, locale);
  return html`${heading(2, worklistTexts(locale)("views.keep"))}
  ${keepViewForm({
    locale,
    list: worklist,
    mayShare,
    typed: refused.typed,
    error: fieldId === viewFields.name ? text : undefined,
  })}`;
}

function placeSelect(
  key: (typeof columnKeys)[number],
  { locale, worklist }: LayoutProps,
): SafeHtml {
  const t = worklistTexts(locale);
  const place = worklist.layout.columns.indexOf(key) + 1;
  return select({
    name: layoutFields.place(key),
    label: t(`column.${key}`),
    options: columnKeys.map((_, index) => ({
      value: String(index + 1),
      label: t("layout.place", { place: index + 1 }),
    })),
    value: place === 0 ? undefined : String(place),
    emptyLabel: t("layout.hidden"),
    locale,
  });
}

function viewList({ locale, worklist, ownId }: LayoutProps): SafeHtml {
  const t = worklistTexts(locale);
  const own = worklist.views.filter(({ ownerId }) => ownerId === ownId);
  if (own.length === 0)
    return html`<p class="kern-body">${t("layout.views.none")}</p>`;
  const teamOf = ({ teamId }: SavedView) =>
    worklist.teams.find(({ id }) => id === teamId)?.name;
  return html`<ul class="portal-list">
    ${own.map((view) => {
      const team = teamOf(view);
      return html`<li>
        <form
          class="portal-row-form"
          method="post"
          action="${vorgaengePaths.viewRemoval(view.id)}"
        >
          ${link(`${vorgaengePaths.queue}?${view.query}`, view.name)}
          ${team !== undefined && html`(${t("layout.views.shared", { team })})`}
          ${button({
            label: t("layout.views.remove"),
            context: view.name,
            variant: "tertiary",
          })}
        </form>
      </li>`;
    })}
  </ul>`;
}
