import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { alert } from "../../../../ui/alert.ts";
import { button } from "../../../../ui/button.ts";
import { section } from "../../../../ui/section.ts";
import { table } from "../../../../ui/table.ts";
import {
  contentChanges,
  furtherSituations,
} from "../../domain/editing/content-changes.ts";
import { changedAbove } from "../../domain/content/layers.ts";
import { editorTexts } from "../../i18n/texts.ts";
import type { EditedLeistung } from "../../use-cases/editing/edit-leistung.ts";
import { changesOfContent } from "./editor-changes.ts";
import { editPath, fieldLabel } from "./editor-labels.ts";
import { wordsOfInput, type ComparedWords } from "./words-of-input.ts";

/** Inputs of the form that are parts of the content under another name. */
const partsByInput: ReadonlyMap<string, string> = new Map([
  ["titel", "title"],
  ["kurz", "teaser"],
  ["amt", "officeSlug"],
  ["thema", "situations"],
  ["thema2", "situations"],
  ["thema3", "situations"],
  [furtherSituations, "situations"],
  ["stichwoerter", "keywords"],
  ["schluessel", "leikaKey"],
  ["von", "validFrom"],
  ["bis", "validUntil"],
  ["termin", "appointment"],
  ["termin-adresse", "appointment"],
]);

/** Key of the content that an input belongs to. */
export function partOf(field: string): string {
  const base = field.replace(/-(?:de|en)$/, "");
  return partsByInput.get(base) ?? base;
}

/** Says that something changed above which the tenant wrote itself; nothing otherwise. */
export function changedAboveNotice(
  { inherited }: Pick<EditedLeistung, "inherited">,
  words: ComparedWords,
): HtmlValue {
  if (!inherited || changedAbove(inherited).length === 0) return undefined;
  const t = editorTexts(words.locale);
  const { seen, content } = inherited;
  const changes = seen ? contentChanges(seen, content) : [];
  return html`${alert({
    kind: "warning",
    title: t("above.changed"),
    body: t("above.changed.body"),
  })}
  ${changes.length > 0 && changesOfContent(t("above.diff"), changes, words)}`;
}

/** Each part that the tenant wrote itself beside that of above, with the way back to it. */
export function ownParts(
  edited: EditedLeistung,
  words: ComparedWords,
): HtmlValue {
  const { locale } = words;
  const { inherited } = edited;
  const parts = Object.keys(inherited?.overridden ?? {});
  if (!inherited || parts.length === 0) return undefined;
  const t = editorTexts(locale);
  const isNew = changedAbove(inherited);
  const changes = contentChanges(inherited.content, edited.content);
  return section({
    title: t("above.title"),
    isWide: true,
    body: table({
      caption: t("above.title"),
      isCaptionHidden: true,
      columns: [
        { label: t("above.part") },
        { label: t("above.own") },
        { label: t("above.theirs") },
        { label: t("above.act") },
      ],
      rows: parts.map((part) => {
        const shown = changes.filter(({ field }) => partOf(field) === part);
        const isChanged = isNew.includes(part);
        const names = shown.map(({ field }) => fieldLabel(field, locale));
        const name = names.join(", ") || t("above.other", { part });
        return {
          isUnread: isChanged,
          cells: [
            html`${name}${isChanged && html`<br />${t("above.is-new")}`}`,
            textOf(shown.map((it) => wordsOfInput(it.field, it.after, words))),
            textOf(shown.map((it) => wordsOfInput(it.field, it.before, words))),
            choices(edited, { part, name, isChanged, locale }),
          ],
        };
      }),
    }),
  });
}

const textOf = (texts: readonly string[]) =>
  texts
    .flatMap((text) => text.split("\n"))
    .filter((line) => line.trim() !== "")
    .map((line) => html`<div>${line}</div>`);

function choices(
  { id, version }: EditedLeistung,
  {
    part,
    name,
    isChanged,
    locale,
  }: {
    readonly part: string;
    readonly name: string;
    readonly isChanged: boolean;
    readonly locale: Locale;
  },
): SafeHtml {
  const t = editorTexts(locale);
  const act = (label: "above.take" | "above.keep", value: string) =>
    button({
      label: t(label),
      context: name,
      name: "aktion",
      value,
      variant: "secondary",
    });
  return html`<form method="post" action="${editPath(id)}">
    <input type="hidden" name="teil" value="${part}" />
    <input type="hidden" name="fassung" value="${String(version)}" />
    ${act("above.take", "uebernehmen")}
    ${isChanged && act("above.keep", "behalten")}
  </form>`;
}
