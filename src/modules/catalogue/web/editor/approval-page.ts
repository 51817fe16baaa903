import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../../platform/html/html.ts";
import { formatMoment } from "../../../../platform/i18n/dates.ts";
import { accordion } from "../../../../ui/accordion.ts";
import { alert } from "../../../../ui/alert.ts";
import { breadcrumb } from "../../../../ui/breadcrumb.ts";
import { button } from "../../../../ui/button.ts";
import { errorSummary } from "../../../../ui/error-summary.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { link } from "../../../../ui/link.ts";
import { section } from "../../../../ui/section.ts";
import { textarea } from "../../../../ui/textarea.ts";
import {
  changedParts,
  contentChanges,
} from "../../domain/editing/content-changes.ts";
import type { FormError } from "../../domain/typed/leistung-form.ts";
import type { TypedMoment } from "../../domain/editing/planned-moment.ts";
import { editorTexts, type EditorKey } from "../../i18n/texts.ts";
import type { ShownApproval } from "../../use-cases/editing/decide-approval.ts";
import { actForm } from "./act-form.ts";
import { askedBy, returnedNotice } from "./editor-approval.ts";
import { changesOfContent } from "./editor-changes.ts";
import { partOf } from "./editor-inherited.ts";
import {
  approvalPath,
  approvalPreviewPath,
  editorPath,
  editPath,
  errorText,
  inputProps,
  partLabel,
} from "./editor-labels.ts";
import { momentInputs } from "./editor-plan.ts";
import type { ComparedWords } from "./words-of-input.ts";

/** Input of why something is sent back. */
export const reasonField = "freigabe-grund";

export type ApprovalPageInput = ComparedWords & {
  readonly shown: ShownApproval;
  readonly names: ReadonlyMap<string, string>;
  /** Staff id of who looks at it. */
  readonly reader: string;
  /** As they were typed, or as the authors wish. */
  readonly moment: TypedMoment;
  readonly reason: string;
  readonly errors: readonly FormError[];
  /** What was asked for and not done. */
  readonly warning?: EditorKey | undefined;
};

/** What waits for approval beside what everybody reads, and what can be done with it. */
export function approvalPage(input: ApprovalPageInput): SafeHtml {
  const { shown, errors, warning, locale, names } = input;
  const { approval, current } = shown;
  const t = editorTexts(locale);
  const title = current.content.title.de;
  return html`${breadcrumb({
    parents: [
      { label: t("list.title"), href: editorPath },
      { label: title, href: editPath(current.id) },
    ],
    current: t("approval.short"),
    locale,
  })}
  ${errorSummary({
    errors: errors.map((error) => ({
      fieldId: error.field,
      text: errorText(error, locale),
    })),
    locale,
  })}
  ${warning && alert({ kind: "warning", title: t(warning), isRefusal: true })}
  ${returnedNotice({ approval, names }, locale)}
  ${pageHeading({ title: t("approval.title", { title }) })} ${facts(input)}
  ${differences(input)} ${approval.returned ? putAway(input) : decision(input)}`;
}

function facts({ shown, names, locale }: ApprovalPageInput): SafeHtml {
  const t = editorTexts(locale);
  const { approval, current } = shown;
  const { publishAt, note, authors } = approval;
  const writers = authors.flatMap((id) => names.get(id) ?? []).join(", ");
  return html`<p>${askedBy({ approval, names }, locale)}</p>
    ${writers !== "" && html`<p>${t("approval.authors", { names: writers })}</p>`}
    ${
      publishAt &&
      html`<p>
        ${t("approval.wish", { date: formatMoment(publishAt, locale) })}
      </p>`
    }
    ${note !== "" && html`<p>${t("approval.note", { note })}</p>`}
    ${current.isHidden && html`<p>${t(approval.content ? "approval.hidden" : "approval.show")}</p>`}
    <p>${link(approvalPreviewPath(current.id), t("approval.preview"))}</p>`;
}

function differences(input: ApprovalPageInput): SafeHtml {
  const { before, after } = input.shown;
  const t = editorTexts(input.locale);
  const changes = contentChanges(before, after);
  const shown = changes.map(({ field }) => partOf(field));
  const unseen = changedParts(before, after).filter(
    (part) => !shown.includes(part),
  );
  return html`${
    changes.length === 0
      ? html`<p>${t("approval.no-changes")}</p>`
      : changesOfContent(t("approval.changes"), changes, input)
  }
  ${
    unseen.length > 0 &&
    html`<p>
      ${t("approval.unseen", { parts: unseen.map((part) => partLabel(part, input.locale)).join(", ") })}
    </p>`
  }`;
}

function decision(input: ApprovalPageInput): SafeHtml {
  const { shown, reader } = input;
  return shown.approval.authors.includes(reader)
    ? withdrawal(input)
    : html`${approving(input)} ${sendingBack(input)}`;
}

/** Forms say which request was seen, and beside what. */
function seen({ approval, current }: ShownApproval): SafeHtml {
  return html`<input type="hidden" name="freigabe" value="${approval.id}" />
    <input type="hidden" name="fassung" value="${String(current.version)}" />`;
}

function approving(input: ApprovalPageInput): SafeHtml {
  const { shown, errors, locale } = input;
  const t = editorTexts(locale);
  const { id } = shown.current;
  const { content, publishAt } = shown.approval;
  const now = button({
    label: t(content ? "approval.now" : "approval.show-now"),
    name: "aktion",
    value: "freigeben",
  });
  const isOpen =
    publishAt !== null || errors.some(({ field }) => field.startsWith("plan-"));
  return section({
    title: t("approval.decide"),
    body: html`<form method="post" action="${approvalPath(id)}" novalidate>
      ${seen(shown)} ${now}
      ${
        content &&
        accordion({
          title: t("approval.later"),
          isOpen,
          body: html`${momentInputs(input)}
          ${button({
            label: t("approval.later.act"),
            name: "aktion",
            value: "freigeben-spaeter",
            variant: "secondary",
          })}`,
        })
      }
    </form>`,
  });
}

function sendingBack({
  shown,
  errors,
  reason,
  locale,
}: ApprovalPageInput): SafeHtml {
  const t = editorTexts(locale);
  return section({
    title: t("approval.send-back"),
    body: html`<form
      method="post"
      action="${approvalPath(shown.current.id)}"
      novalidate
    >
      ${seen(shown)}
      ${textarea({
        ...inputProps(reasonField, { errors, locale }),
        value: reason,
        rows: 4,
      })}
      ${button({
        label: t("approval.send-back.act"),
        name: "aktion",
        value: "zurueckgeben",
        variant: "secondary",
      })}
    </form>`,
  });
}

function withdrawal({ shown, locale }: ApprovalPageInput): SafeHtml {
  const t = editorTexts(locale);
  return section({
    title: t("approval.own"),
    body: html`<p>${t("approval.own.body")}</p>
      ${withdrawForm(shown, t("approval.withdraw"))}`,
  });
}

function putAway({ shown, reader, locale }: ApprovalPageInput): HtmlValue {
  if (!shown.approval.authors.includes(reader)) return undefined;
  return withdrawForm(shown, editorTexts(locale)("approval.put-away"));
}

const withdrawForm = ({ current }: ShownApproval, label: string) =>
  actForm(approvalPath(current.id), { label, value: "zurueckziehen" });
