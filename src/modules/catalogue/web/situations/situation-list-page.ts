import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { alert } from "../../../../ui/alert.ts";
import { button, linkButton } from "../../../../ui/button.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { link } from "../../../../ui/link.ts";
import { section } from "../../../../ui/section.ts";
import { table } from "../../../../ui/table.ts";
import { inLanguage } from "../../domain/content/leistung-content.ts";
import {
  audiences,
  besideOf,
  pathTo,
} from "../../domain/situations/situations.ts";
import { situationTexts } from "../../i18n/texts.ts";
import type { EditedSituation } from "../../use-cases/situations/edit-situations.ts";

export const situationsPath = "/verwaltung/themen";
export const situationEditPath = (key: string) => `${situationsPath}/${key}`;

/** Where a situation stands in the list. */
export const anchorOf = (key: string) => `thema-${key}`;

/** What was just done, by its word in the address. */
export const situationDone = {
  angelegt: "added",
  gespeichert: "saved",
  verschoben: "moved",
  entfernt: "removed",
  dazu: "placed",
  heraus: "taken",
  wartet: "waits",
} as const;
export type SituationDone = (typeof situationDone)[keyof typeof situationDone];

export type SituationListInput = {
  readonly tree: readonly EditedSituation[];
  readonly done: SituationDone | undefined;
  readonly locale: Locale;
};

/** The whole tree for the editor, what is hidden too, with the order to be changed. */
export function situationListPage(input: SituationListInput): SafeHtml {
  const { tree, done, locale } = input;
  const t = situationTexts(locale);
  return html`${done && alert({ kind: "success", title: t(`done.${done}`), isAnnounced: true })}
    ${pageHeading({ title: t("title"), lead: t("lead") })}
    <p>${linkButton({ label: t("new"), href: `${situationsPath}/neu` })}</p>
    ${audiences.map((audience) =>
      section({
        title: t(`audience.${audience}`),
        body: rows(
          tree.filter((it) => it.audience === audience),
          { ...input, caption: t(`audience.${audience}`) },
        ),
      }),
    )}`;
}

function rows(
  situations: readonly EditedSituation[],
  input: SituationListInput & { readonly caption: string },
): SafeHtml {
  const t = situationTexts(input.locale);
  return table({
    caption: input.caption,
    isCaptionHidden: true,
    columns: [
      { label: t("column.name") },
      { label: t("column.count"), isNumeric: true },
      { label: t("column.state") },
      { label: t("column.order") },
    ],
    rows: situations.map((situation) => ({
      cells: [
        nameOf(situation, input),
        String(situation.count),
        stateOf(situation, input),
        order(situation, input),
      ],
    })),
  });
}

function nameOf(
  { key, names, parentKey }: EditedSituation,
  { tree, locale }: SituationListInput,
): SafeHtml {
  const t = situationTexts(locale);
  const parent = tree.find((it) => it.key === parentKey);
  const name = html`<span id="${anchorOf(key)}"
    >${link(situationEditPath(key), inLanguage(names, locale).text)}</span
  >`;
  return parent
    ? html`<span class="portal-below"
        >${name}<br /><small
          >${t("below", { name: inLanguage(parent.names, locale).text })}</small
        ></span
      >`
    : html`<strong>${name}</strong>`;
}

function stateOf(
  situation: EditedSituation,
  { tree, locale }: SituationListInput,
): string {
  const t = situationTexts(locale);
  const isHiddenWith = pathTo(situation.key, tree).some(
    ({ key }) => tree.find((it) => it.key === key)?.isHidden === true,
  );
  const isUsed = tree.some(
    (it) =>
      it.count > 0 &&
      pathTo(it.key, tree).some(({ key }) => key === situation.key),
  );
  const visible = situation.isHidden
    ? "state.hidden"
    : isHiddenWith
      ? "state.hidden-with"
      : isUsed
        ? "state.shown"
        : "state.empty";
  const own = situation.isAdded
    ? [t("state.added")]
    : situation.isChanged
      ? [t("state.changed")]
      : [];
  return [t(visible), ...own].join(", ");
}

function order(
  situation: EditedSituation,
  { tree, locale }: SituationListInput,
): SafeHtml {
  const t = situationTexts(locale);
  const beside = besideOf(tree, situation);
  const context = inLanguage(situation.names, locale).text;
  const step = (direction: "up" | "down") =>
    button({
      label: t(direction),
      context,
      name: "richtung",
      value: direction === "up" ? "hoch" : "runter",
      variant: "secondary",
    });
  return html`<form
    class="portal-move"
    method="post"
    action="${situationEditPath(situation.key)}/reihenfolge"
  >
    ${beside[0]?.key !== situation.key && step("up")}
    ${beside.at(-1)?.key !== situation.key && step("down")}
  </form>`;
}
