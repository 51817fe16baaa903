import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { alert } from "../../../../ui/alert.ts";
import { breadcrumb } from "../../../../ui/breadcrumb.ts";
import { button } from "../../../../ui/button.ts";
import { errorSummary } from "../../../../ui/error-summary.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { link } from "../../../../ui/link.ts";
import { searchForm } from "../../../../ui/search-form.ts";
import { section } from "../../../../ui/section.ts";
import { select } from "../../../../ui/select.ts";
import { table } from "../../../../ui/table.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { inLanguage } from "../../domain/content/leistung-content.ts";
import { situationTexts } from "../../i18n/texts.ts";
import type { EditedSituation } from "../../use-cases/situations/edit-situations.ts";
import type { PlacedLeistung } from "../../use-cases/situations/place-leistung.ts";
import { approvalPath, editPath } from "../editor/editor-labels.ts";
import { situationPath } from "../situation-path.ts";
import {
  situationEditPath,
  situationsPath,
  type SituationDone,
} from "./situation-list-page.ts";

export const longestName = 60;

/** What stands in the inputs, and what is wrong with it. */
export type TypedSituation = {
  readonly name: string;
  readonly nameEn: string;
  /** Key of another situation, or an audience with a colon before it. */
  readonly place: string;
};
export type SituationFaults = Readonly<
  Partial<Record<keyof TypedSituation, "missing" | "too-long" | "parent">>
>;

type Form = {
  readonly typed: TypedSituation;
  readonly faults: SituationFaults;
  readonly locale: Locale;
};

/** A new situation: its names, and where it stands. */
export function newSituationPage(
  form: Form & { readonly tree: readonly EditedSituation[] },
): SafeHtml {
  const { tree, typed, faults, locale } = form;
  const t = situationTexts(locale);
  const tops = tree.filter(({ parentKey }) => parentKey === null);
  return html`${heading(form, t("new"))}
    <form method="post" action="${situationsPath}/neu">
      ${names(form)}
      ${select({
        name: "platz",
        label: t("form.parent"),
        hint: t("form.parent.hint"),
        value: typed.place,
        options: [
          { value: ":citizen", label: t("form.parent.citizen") },
          { value: ":business", label: t("form.parent.business") },
          ...tops.map((it) => ({
            value: it.key,
            label: inLanguage(it.names, locale).text,
          })),
        ],
        error: faults.place && t("fault.parent"),
        locale,
      })}
      ${button({ label: t("form.save") })}
    </form>`;
}

export type SituationEditInput = Form & {
  readonly situation: EditedSituation;
  readonly placed: readonly PlacedLeistung[];
  /** Answers to a search for Leistungen; undefined where nobody searched. */
  readonly found: readonly PlacedLeistung[] | undefined;
  readonly words: string;
  readonly done: SituationDone | undefined;
  readonly refused: "in-use" | "not-published" | "waits-already" | undefined;
};

/** One situation: what it is called, whether it is shown, and the Leistungen in it. */
export function situationEditPage(input: SituationEditInput): SafeHtml {
  const { situation, locale, done, refused } = input;
  const t = situationTexts(locale);
  const { key, nameAbove } = situation;
  return html`${done && alert({ kind: "success", title: t(`done.${done}`), isAnnounced: true })}
    ${refused && alert({ kind: "warning", title: t(`refused.${refused}`), isRefusal: true })}
    ${heading(input, inLanguage(situation.names, locale).text)}
    <p>${link(situationPath(situation), t("public"))}</p>
    <form method="post" action="${situationEditPath(key)}">
      ${names(input)}
      ${nameAbove !== undefined && html`<p class="portal-muted">${t("name.above", { name: nameAbove })}</p>`}
      ${button({ label: t("form.save") })}
    </form>
    ${section({ title: t("placed.title"), body: placed(input) })}
    ${section({ title: t("find.title"), body: find(input) })}
    ${visibility(input)} ${inheriting(input)} ${removing(input)}`;
}

function heading({ typed, faults, locale }: Form, title: string): SafeHtml {
  const t = situationTexts(locale);
  const ids = { name: "name", nameEn: "name-en", place: "platz" } as const;
  const errors = (["name", "nameEn", "place"] as const).flatMap((field) => {
    const fault = faults[field];
    return fault === undefined
      ? []
      : [
          {
            fieldId: ids[field],
            text: t(`fault.${fault}`, { max: longestName }),
          },
        ];
  });
  return html`${breadcrumb({
    parents: [{ label: t("title"), href: situationsPath }],
    current: title === "" ? typed.name : title,
    locale,
  })}
  ${errorSummary({ errors, locale })} ${pageHeading({ title })}`;
}

function names({ typed, faults, locale }: Form): SafeHtml {
  const t = situationTexts(locale);
  const error = (fault: "missing" | "too-long" | "parent" | undefined) =>
    fault && t(`fault.${fault}`, { max: longestName });
  return html`${textInput({
    name: "name",
    label: t("form.name"),
    hint: t("form.name.hint"),
    value: typed.name,
    error: error(faults.name),
    locale,
  })}
  ${textInput({
    name: "name-en",
    label: t("form.name-en"),
    value: typed.nameEn,
    error: error(faults.nameEn),
    isOptional: true,
    locale,
  })}`;
}

function placed({ situation, placed: inIt, locale }: SituationEditInput) {
  const t = situationTexts(locale);
  return inIt.length === 0
    ? html`<p>${t("placed.none")}</p>`
    : leistungTable(inIt, {
        locale,
        caption: t("placed.title"),
        label: t("placed.take"),
        value: "heraus",
        key: situation.key,
      });
}

function find({ situation, found, words, locale }: SituationEditInput) {
  const t = situationTexts(locale);
  return html`${searchForm({
    action: situationEditPath(situation.key),
    name: "q",
    label: t("find.label"),
    hint: t("find.hint"),
    buttonLabel: t("find.button"),
    value: words,
  })}
  ${
    found &&
    (found.length === 0
      ? html`<p role="status">${t("find.none")}</p>`
      : leistungTable(found, {
          locale,
          caption: t("find.title"),
          label: t("find.put"),
          value: "dazu",
          key: situation.key,
        }))
  }`;
}

function leistungTable(
  leistungen: readonly PlacedLeistung[],
  {
    locale,
    caption,
    label,
    value,
    key,
  }: {
    readonly locale: Locale;
    readonly caption: string;
    readonly label: string;
    readonly value: "dazu" | "heraus";
    readonly key: string;
  },
): SafeHtml {
  const t = situationTexts(locale);
  return table({
    caption,
    isCaptionHidden: true,
    columns: [{ label: t("placed.column") }, { label: t("placed.act") }],
    rows: leistungen.map(({ id, title, isHidden, approval }) => ({
      cells: [
        html`<span lang="de">${link(editPath(id), title)}</span>
          ${isHidden && `(${t("placed.hidden")})`}
          ${approval === "waiting" && `(${t("placed.waits")})`}`,
        approval === "waiting"
          ? link(approvalPath(id), t("placed.look"))
          : html`<form
              method="post"
              action="${situationEditPath(key)}/leistungen"
            >
              <input type="hidden" name="leistung" value="${id}" />
              ${button({ label, context: title, name: "aktion", value, variant: "secondary" })}
            </form>`,
      ],
    })),
  });
}

function visibility({ situation, locale }: SituationEditInput): SafeHtml {
  const t = situationTexts(locale);
  const { key, isHidden } = situation;
  return section({
    title: t("visible.title"),
    body: html`<p>${t(isHidden ? "visible.hidden" : "visible.shown")}</p>
      <form method="post" action="${situationEditPath(key)}/sichtbarkeit">
        ${button({
          label: t(isHidden ? "visible.show" : "visible.hide"),
          name: "verborgen",
          value: isHidden ? "nein" : "ja",
          variant: "secondary",
        })}
      </form>`,
  });
}

function inheriting({ situation, locale }: SituationEditInput) {
  const t = situationTexts(locale);
  return (
    !situation.isAdded &&
    situation.isChanged &&
    section({
      title: t("inherit.title"),
      body: html`<p>${t("inherit.body")}</p>
        ${act(`${situationEditPath(situation.key)}/uebernehmen`, t("inherit.button"))}`,
    })
  );
}

function removing({ situation, locale }: SituationEditInput) {
  const t = situationTexts(locale);
  return (
    situation.isAdded &&
    section({
      title: t("remove.title"),
      body: html`<p>${t("remove.body")}</p>
        ${act(`${situationEditPath(situation.key)}/entfernen`, t("remove.button"))}`,
    })
  );
}

function act(action: string, label: string): SafeHtml {
  return html`<form method="post" action="${action}">
    ${button({ label, variant: "secondary" })}
  </form>`;
}
