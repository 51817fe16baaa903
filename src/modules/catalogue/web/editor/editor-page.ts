import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../../platform/html/html.ts";
import { formatDate, formatMoment } from "../../../../platform/i18n/dates.ts";
import { accordion } from "../../../../ui/accordion.ts";
import { alert } from "../../../../ui/alert.ts";
import { breadcrumb } from "../../../../ui/breadcrumb.ts";
import { button, buttonRow } from "../../../../ui/button.ts";
import { errorSummary } from "../../../../ui/error-summary.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { link } from "../../../../ui/link.ts";
import { textBlock } from "../../../../ui/text-block.ts";
import type { ContentChange } from "../../domain/editing/content-changes.ts";
import type { TypedMoment } from "../../domain/editing/planned-moment.ts";
import type { TypedLeistung } from "../../domain/typed/leistung-form.ts";
import { editorTexts, type EditorKey } from "../../i18n/texts.ts";
import type { EditedLeistung } from "../../use-cases/editing/edit-leistung.ts";
import type { ShownReview } from "../../use-cases/editing/reviews.ts";
import type { Plan } from "../../use-cases/editing/plan-publication.ts";
import { changesOfContent } from "./editor-changes.ts";
import { changedAboveNotice, ownParts } from "./editor-inherited.ts";
import {
  discardDraftForm,
  draftNotice,
  type ShownDraft,
} from "./editor-draft-notice.ts";
import {
  approvalNotice,
  noteField,
  noteInput,
  type NamedApproval,
} from "./editor-approval.ts";
import { reviewNotice, reviewSection } from "./editor-review.ts";
import { visibility } from "./editor-visibility.ts";
import { editorInputs, type EditorFormInput } from "./editor-form.ts";
import { planInputs, planNotice, takeBackForm } from "./editor-plan.ts";
import {
  editorPath,
  editPath,
  errorText,
  newPath,
  versionsPath,
} from "./editor-labels.ts";

/** What somebody else published, or saved as a draft, while this one was being edited. */
export type EditConflict = {
  readonly over: "published" | "draft";
  readonly by: string | undefined;
  readonly at: Date;
  readonly changes: readonly ContentChange[];
};

export type EditorPageInput = EditorFormInput & {
  /** Undefined for a new one. */
  readonly edited: EditedLeistung | undefined;
  /** Version that the typed texts were made from. */
  readonly base: number;
  /** Revision of the draft that they were typed over; 0 where there was none. */
  readonly revision: number;
  /** What is kept and not public; undefined where there is nothing. */
  readonly draft?: ShownDraft | undefined;
  /** What is to be published at a moment to come. */
  readonly plan?: Plan | undefined;
  /** The moment as it was typed. */
  readonly moment?: TypedMoment | undefined;
  /** Whether there is an authority above that may offer the same. */
  readonly hasAbove?: boolean | undefined;
  /** Whether another editor must approve first. */
  readonly needsApproval?: boolean | undefined;
  /** What waits for another editor, or was sent back. */
  readonly approval?: NamedApproval | undefined;
  /** The note to them as it was typed. */
  readonly note?: string | undefined;
  /** When somebody looks at it again, and the day as it was typed. */
  readonly review?: ShownReview | undefined;
  readonly reviewDay?: string | undefined;
  readonly conflict?: EditConflict | undefined;
  readonly done?: EditorKey | undefined;
  /** What was asked for and not done. */
  readonly warning?: EditorKey | undefined;
};

/** One Leistung in a form: what is wrong or new first, then its inputs, then what can be done with it. */
export function editorPage(input: EditorPageInput): SafeHtml {
  const { edited, errors, locale, done } = input;
  const t = editorTexts(locale);
  const title = edited?.content.title.de ?? t("edit.new");
  const summary = errors.map((error) => ({
    fieldId: error.field,
    text: errorText(error, locale),
  }));
  return html`${breadcrumb({
    parents: [{ label: t("list.title"), href: editorPath }],
    current: title,
    locale,
  })}
  ${errorSummary({ errors: summary, locale })}
  ${done && alert({ kind: "success", title: t(done), isAnnounced: true })}
  ${input.warning && alert({ kind: "warning", title: t(input.warning), isRefusal: true })}
  ${conflictNotice(input)} ${edited && stateNotices(edited, input)}
  ${pageHeading({ title, lead: t("edit.lead") })}
  ${edited && facts(edited, input)}
  ${accordion({
    title: t("edit.how"),
    body: textBlock(t("edit.how.body")),
  })}
  ${editingForm(input)} ${edited && furtherActs(edited, input)}`;
}

function stateNotices(
  edited: EditedLeistung,
  input: EditorPageInput,
): SafeHtml {
  return html`${awayNotice(edited, input)} ${approvalNotice(edited, input)}
  ${planNotice(input)} ${draftNotice(edited, input)}
  ${changedAboveNotice(edited, input)} ${reviewNotice(input)}`;
}

function awayNotice(
  { isHiddenWithAbove }: EditedLeistung,
  { locale }: EditorPageInput,
): HtmlValue {
  const t = editorTexts(locale);
  return (
    isHiddenWithAbove &&
    alert({
      kind: "warning",
      title: t("above.away.title"),
      body: t("above.away.body"),
    })
  );
}

/** What can be done besides writing, each in a form of its own. */
function furtherActs(edited: EditedLeistung, input: EditorPageInput): SafeHtml {
  return html`${discardDraftForm(edited, input)} ${takeBackForm(edited, input)}
  ${ownParts(edited, input)} ${reviewSection(edited, input)}
  ${visibility(edited, input)}`;
}

function editingForm(input: EditorPageInput): SafeHtml {
  const { edited, base, revision, locale } = input;
  const t = editorTexts(locale);
  const body = html`${whatEnterDoes(locale)} ${hidden("fassung", String(base))}
  ${hidden("entwurf", String(revision))} ${editorInputs(input)}
  ${edited && html`<p class="portal-muted">${t(input.needsApproval === true ? "approval.auto" : "draft.auto")}</p>`}
  ${edited && html`<p role="status" data-autosave-status></p>`}
  ${formButtons(input)} ${edited && planInputs(input)}`;
  return edited
    ? html`<form
        method="post"
        action="${editPath(edited.id)}"
        data-autosave
        data-autosave-failed="${t("draft.not-saved")}"
      >
        ${body}
      </form>`
    : html`<form method="post" action="${newPath}">${body}</form>`;
}

/** Enter in an input presses the first button of the form: it must not be one that adds or removes a row, or that makes something public. */
const whatEnterDoes = (locale: EditorPageInput["locale"]) =>
  html`<button
    class="kern-sr-only"
    name="aktion"
    value="vorschau"
    tabindex="-1"
    aria-hidden="true"
  >
    ${editorTexts(locale)("edit.preview")}
  </button>`;

const hidden = (name: string, value: string) =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

function facts(edited: EditedLeistung, { locale }: EditorPageInput): SafeHtml {
  const t = editorTexts(locale);
  return html`<p>
      ${t("edit.state", {
        state: t(edited.isHidden ? "state.hidden" : "state.shown"),
        version: edited.version,
        date: formatDate(edited.updatedAt, locale),
      })}
    </p>
    ${edited.inherited && html`<p>${t("edit.inherited")}</p>`}
    <ul class="portal-list portal-chips" role="list">
      ${
        !edited.isHidden &&
        html`<li>${link(`/leistungen/${edited.slug}`, t("edit.page"))}</li>`
      }
      <li>${link(versionsPath(edited.id), t("edit.versions"))}</li>
    </ul>`;
}

function conflictNotice(input: EditorPageInput): HtmlValue {
  const { conflict, locale } = input;
  if (!conflict) return undefined;
  const t = editorTexts(locale);
  const { by, at, changes, over } = conflict;
  const told = over === "draft" ? "draft.conflict" : "conflict";
  const date = formatMoment(at, locale);
  return html`${alert({
    kind: "warning",
    title: t(`${told}.title`),
    isRefusal: true,
    body: html`${by !== undefined && html`<p>${t(`${told}.by`, { name: by, date })}</p>`}
      <p>${t(`${told}.body`)}</p>`,
  })}
  ${changesOfContent(t("conflict.table"), changes, input)}`;
}

function formButtons(input: EditorPageInput): SafeHtml {
  const { edited, locale } = input;
  const t = editorTexts(locale);
  const asks = input.needsApproval === true;
  const main = mainAct(input);
  const act = (label: EditorKey, value: string) =>
    button({
      label: t(label),
      name: "aktion",
      value,
      variant: value === main.value ? "primary" : "secondary",
    });
  return html`${edited && asks && noteInput(input)}
  ${buttonRow(
    act(main.label, main.value),
    edited !== undefined && act("draft.save", "entwurf"),
    act("edit.preview", "vorschau"),
    !edited && act("edit.create-hidden", "verborgen"),
  )}`;
}

/** What an editor is done with: published, or given to another one. */
function mainAct({
  edited,
  needsApproval = false,
}: Pick<EditorPageInput, "edited" | "needsApproval">): {
  readonly label: EditorKey;
  readonly value: string;
} {
  if (edited && needsApproval)
    return { label: "approval.ask", value: "freigabe" };
  const created = needsApproval ? "edit.create-and-ask" : "edit.create";
  return {
    label: edited ? "edit.publish" : created,
    value: "veroeffentlichen",
  };
}

/** Above the preview: says that it is one, and carries all that was typed back or on. */
export function previewBar(
  input: Pick<
    EditorPageInput,
    | "base"
    | "revision"
    | "edited"
    | "locale"
    | "moment"
    | "note"
    | "needsApproval"
  > & { readonly typed: TypedLeistung; readonly advice: HtmlValue },
): SafeHtml {
  const { typed, base, revision, edited, advice, moment, note } = input;
  const t = editorTexts(input.locale);
  const main = mainAct(input);
  return html`<div class="portal-no-print">
    ${alert({ kind: "info", title: t("preview.alert"), body: t("preview.body") })}
    ${advice}
    <form method="post" action="${edited ? editPath(edited.id) : newPath}">
      ${hidden("fassung", String(base))} ${hidden("entwurf", String(revision))}
      ${[...typed].map(([name, value]) => hidden(name, value))}
      ${edited && Object.entries(moment ?? {}).map(([name, value]) => hidden(name, value))}
      ${note !== undefined && hidden(noteField, note)}
      ${buttonRow(
        button({
          label: t(main.label),
          name: "aktion",
          value: main.value,
        }),
        button({
          label: t("preview.back"),
          name: "aktion",
          value: "bearbeiten",
          variant: "secondary",
        }),
      )}
    </form>
  </div>`;
}
