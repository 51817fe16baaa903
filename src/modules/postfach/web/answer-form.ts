import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatSize } from "../../../platform/i18n/sizes.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { newId } from "../../../platform/values/id.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, buttonRow } from "../../../ui/button.ts";
import type { SummarisedError } from "../../../ui/error-summary.ts";
import { fileInput } from "../../../ui/file-input.ts";
import { section } from "../../../ui/section.ts";
import { textarea } from "../../../ui/textarea.ts";
import { maxAnswerBytes, maxAnswerFiles } from "../domain/message.ts";
import { postfachTexts } from "../i18n/texts.ts";
import type { FileFault } from "../use-cases/take-files.ts";
import type { SendRefusal } from "../use-cases/answer-thread.ts";
import { answerFields, below } from "./postfach-paths.ts";
import type { ThreadPageProps } from "./thread-page-props.ts";

/** Text and files to the authority; both stay as a draft until they are sent. */
export function answerForm(
  { locale, account }: PortalRequest,
  props: ThreadPageProps,
): SafeHtml {
  const t = postfachTexts(locale);
  const party = account?.actingFor?.name ?? "";
  return section({
    title: t("answer.title"),
    id: "antworten",
    body: html`${!props.maySend && alert({ kind: "info", title: t("answer.prepare-only", { party }) })}
      <form
        method="post"
        action="${props.base}${below.answer}"
        enctype="multipart/form-data"
      >
        <input
          type="hidden"
          name="${answerFields.messageId}"
          value="${newId()}"
        />
        ${answerInputs(props, locale)}
        ${buttonRow(
          props.maySend &&
            button({
              label: t("answer.send"),
              name: answerFields.action,
              value: "senden",
            }),
          button({
            label: t("answer.save"),
            variant: "secondary",
            name: answerFields.action,
            value: "speichern",
          }),
        )}
      </form>`,
  });
}

function answerInputs(
  { view, portalName, errors }: ThreadPageProps,
  locale: Locale,
): SafeHtml {
  const t = postfachTexts(locale);
  const errorOf = (fieldId: string) =>
    errors.find((error) => error.fieldId === fieldId)?.text;
  return html`${textarea({
    name: answerFields.text,
    label: t("answer.text.for", { portal: portalName }),
    value: view.draft.text,
    error: errorOf(answerFields.text),
    rows: 6,
    locale,
  })}
  ${fileInput({
    name: answerFields.files,
    label: t("answer.files"),
    hint: t("answer.files.hint", {
      count: maxAnswerFiles,
      size: formatSize(maxAnswerBytes, locale),
    }),
    error: errorOf(answerFields.files),
    allowsMany: true,
    isOptional: true,
    kept: view.draft.documents.map(({ id, filename, sizeBytes }) => ({
      filename,
      detail: formatSize(sizeBytes, locale),
      remove: { name: answerFields.remove, value: id },
    })),
    locale,
  })}`;
}

/** What to do about an answer that could not be sent. */
export function errorsOf(
  refusal: SendRefusal,
  { locale, account }: PortalRequest,
): readonly SummarisedError[] {
  const t = postfachTexts(locale);
  if (refusal.kind === "files-refused")
    return refusal.faults.map((fault) => ({
      fieldId: answerFields.files,
      text: faultText(fault, t, locale),
    }));
  const fieldId =
    refusal.kind === "files-waiting" ? answerFields.files : answerFields.text;
  return [
    {
      fieldId,
      text: t(`answer.error.${refusal.kind}`, {
        max: refusal.kind === "too-long" ? refusal.max : "",
        party: account?.actingFor?.name ?? "",
      }),
    },
  ];
}

function faultText(
  { filename, code }: FileFault,
  t: ReturnType<typeof postfachTexts>,
  locale: PortalRequest["locale"],
): string {
  return t(`file.${code}`, {
    filename,
    count: maxAnswerFiles,
    size: formatSize(maxAnswerBytes, locale),
  });
}
