import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../../platform/html/html.ts";
import { formatMoment } from "../../../../platform/i18n/dates.ts";
import { accordion } from "../../../../ui/accordion.ts";
import { alert } from "../../../../ui/alert.ts";
import { section } from "../../../../ui/section.ts";
import { changedInputs } from "../../domain/editing/draft-merge.ts";
import type { TypedLeistung } from "../../domain/typed/leistung-form.ts";
import { editorTexts } from "../../i18n/texts.ts";
import type { EditedLeistung } from "../../use-cases/editing/edit-leistung.ts";
import type { Draft } from "../../use-cases/editing/keep-draft.ts";
import { actForm } from "./act-form.ts";
import { changesOfContent } from "./editor-changes.ts";
import { editPath } from "./editor-labels.ts";
import type { ComparedWords } from "./words-of-input.ts";

/** A draft with who saved it, and what the form shows of what is public. */
export type ShownDraft = Draft & {
  readonly by: string | undefined;
  readonly published: TypedLeistung;
};

type DraftInput = ComparedWords & { readonly draft?: ShownDraft | undefined };

/** Says that the form shows more than the public page, whose work that is, and what differs. */
export function draftNotice(
  { version }: EditedLeistung,
  input: DraftInput,
): HtmlValue {
  const { draft, locale } = input;
  if (!draft) return undefined;
  const t = editorTexts(locale);
  const { by, published, typed } = draft;
  const date = formatMoment(draft.savedAt, locale);
  const changes = changedInputs(published, typed).map((field) => ({
    field,
    before: published.get(field) ?? "",
    after: typed.get(field) ?? "",
  }));
  return html`${alert({
    kind: "info",
    title: t("draft.title"),
    body:
      by === undefined
        ? t("draft.body", { date, version })
        : t("draft.body.by", { name: by, date, version }),
  })}
  ${
    changes.length > 0 &&
    accordion({
      title: t("draft.changes"),
      body: changesOfContent(t("draft.changes"), changes, input),
    })
  }`;
}

/** Apart from the form, so that nobody does it in passing. */
export function discardDraftForm(
  { id }: EditedLeistung,
  { draft, locale }: DraftInput,
): HtmlValue {
  if (!draft) return undefined;
  const t = editorTexts(locale);
  const form: SafeHtml = html`<p>${t("draft.discard.body")}</p>
    ${actForm(editPath(id), { label: t("draft.discard"), value: "verwerfen" })}`;
  return section({ title: t("draft.discard"), body: form });
}
