import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { formatSize } from "../../../platform/i18n/sizes.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { checkboxes } from "../../../ui/checkbox.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import {
  errorSummary,
  type SummarisedError,
} from "../../../ui/error-summary.ts";
import { fileInput } from "../../../ui/file-input.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { textBlock } from "../../../ui/text-block.ts";
import { textarea } from "../../../ui/textarea.ts";
import { opinionState, type OpinionRequest } from "../domain/opinion.ts";
import { mostAnswerBytes, mostAnswerFiles } from "../domain/opinion-file.ts";
import { longestNote } from "../domain/note.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { Authority } from "../domain/authority.ts";
import type {
  AnswerProblem,
  OpenedOpinion,
} from "../use-cases/give-opinion.ts";
import { answerParts } from "./answers-section.ts";
import { dayInWords, opinionBadge } from "./opinions-section.ts";
import { uploadList } from "./upload-list.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Names of the form's fields. */
export const answerField = "stellungnahme";
export const keptFields = { sealed: "behalten", chosen: "mitsenden" } as const;
const filesField = "anlage";

type Shown = { readonly locale: Locale; readonly now: Date };

/** What one is asked for, the most urgent first. */
export function requestsPage(
  requests: readonly OpinionRequest[],
  authorities: readonly Authority[],
  { locale, now, isSent }: Shown & { readonly isSent: boolean },
): Page {
  const t = vorgaengeTexts(locale);
  const title = t("requests.title");
  const nameOf = (id: string) =>
    authorities.find(({ tenantId }) => tenantId === id)?.name ?? "";
  return page({
    title,
    layout: "wide",
    section: vorgaengePaths.opinions,
    main: html`${
      isSent &&
      alert({ kind: "success", title: t("requests.sent"), isAnnounced: true })
    }
    ${pageHeading({ title })}
    ${
      requests.length === 0
        ? emptyState({
            title: t("requests.none.title"),
            body: t("requests.none.body"),
          })
        : table({
            caption: title,
            isCaptionHidden: true,
            columns: [
              { label: t("requests.leistung") },
              { label: t("requests.from") },
              { label: t("requests.asked") },
              { label: t("requests.due") },
            ],
            rows: requests.map((request) => ({
              cells: [
                link(vorgaengePaths.opinion(request.id), request.leistungTitle),
                nameOf(request.fromTenantId),
                formatDate(request.askedAt, locale),
                dueWords(request, { locale, now }),
              ],
            })),
          })
    }`,
  });
}

function dueWords(
  { dueDay }: Pick<OpinionRequest, "dueDay">,
  { locale, now }: Shown,
): SafeHtml {
  const open = { dueDay, answeredAt: undefined, withdrawnAt: undefined };
  const state = opinionState(open, germanDay(now));
  return html`${dayInWords(dueDay, locale)}
  ${state === "overdue" && opinionBadge(state, locale)}`;
}

/** The answer as it was typed and what is wrong with it. */
export type AnswerInput = {
  readonly text: string;
  readonly problem?: AnswerProblem;
  /** What is kept of the files, sealed. */
  readonly sealed?: string;
};

/** The question, what is shown for it, and the answer. */
export function requestPage(
  { request, fromName, question, view }: OpenedOpinion,
  input: AnswerInput,
  shown: Shown,
): Page {
  const { locale } = shown;
  const t = vorgaengeTexts(locale);
  const { leistungTitle: name } = request;
  const title = t("request.title", { title: name });
  const errors = answerErrors(input, locale);
  const isEmpty = view.sections.length === 0 && view.uploads.length === 0;
  return page({
    status: errors.length === 0 ? 200 : 422,
    title: errors.length === 0 ? title : t("step.error-title", { title }),
    section: vorgaengePaths.opinions,
    scripts: errors.length === 0 ? [] : ["focus-error-summary"],
    main: html`${backLink({ label: t("request.back"), href: vorgaengePaths.opinions })}
    ${errorSummary({ errors, locale })}
    ${pageHeading({
      title,
      preline: fromName,
      lead: html`${t("requests.due")}: ${dueWords(request, shown)}`,
    })}
    ${section({ title: t("request.question"), body: textBlock(question) })}
    ${section({
      title: t("request.shown"),
      body: html`${isEmpty && html`<p class="kern-body">${t("request.shown.none")}</p>`}
        ${answerParts(view.sections, locale)}
        ${
          view.uploads.length > 0 &&
          uploadList(view.uploads, locale, {
            href: (fileId) => vorgaengePaths.opinionFile(request.id, fileId),
          })
        }
        <p class="portal-muted">${t("request.hint")}</p>`,
    })}
    ${answerForm(request.id, { input, errors }, locale)}`,
  });
}

/** What is wrong with the text, then with each file. */
function answerErrors(
  { problem }: AnswerInput,
  locale: Locale,
): readonly SummarisedError[] {
  if (!problem) return [];
  const t = vorgaengeTexts(locale);
  const { kind } = problem;
  const ofText =
    kind === "opinion-files-refused"
      ? []
      : [{ fieldId: answerField, text: t(kind, { count: longestNote }) }];
  const ofFiles = problem.faults.map(({ filename, code }) => ({
    fieldId: filesField,
    text: t(`opinion-file.${code}`, { filename, ...limitsIn(locale) }),
  }));
  return [...ofText, ...ofFiles];
}

function limitsIn(locale: Locale) {
  return {
    count: mostAnswerFiles,
    size: formatSize(mostAnswerBytes, locale),
  };
}

function answerForm(
  requestId: string,
  {
    input,
    errors,
  }: {
    readonly input: AnswerInput;
    readonly errors: readonly SummarisedError[];
  },
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const errorAt = (field: string) =>
    errors.find(({ fieldId }) => fieldId === field)?.text;
  return html`<form
    method="post"
    action="${vorgaengePaths.opinion(requestId)}"
    enctype="multipart/form-data"
    novalidate
  >
    ${textarea({
      name: answerField,
      label: t("request.answer"),
      rows: 8,
      value: input.text,
      error: errorAt(answerField),
      locale,
    })}
    ${keptFiles(input, locale)}
    ${fileInput({
      name: filesField,
      label: t("request.files"),
      hint: t("request.files.hint", limitsIn(locale)),
      error: errorAt(filesField),
      allowsMany: true,
      isOptional: true,
      locale,
    })}
    ${button({ label: t("request.submit") })}
  </form>`;
}

/** Files that have come already, so that nobody chooses them again. */
function keptFiles(
  { problem, sealed }: AnswerInput,
  locale: Locale,
): SafeHtml | false {
  const kept = problem?.kept ?? [];
  if (kept.length === 0) return false;
  const t = vorgaengeTexts(locale);
  return html`<input
      type="hidden"
      name="${keptFields.sealed}"
      value="${sealed}"
    />
    ${checkboxes({
      name: keptFields.chosen,
      label: t("request.kept"),
      hint: t("request.kept.hint"),
      options: kept.map(({ fileId, filename, sizeBytes }) => ({
        value: fileId,
        label: `${filename} (${formatSize(sizeBytes, locale)})`,
      })),
      values: kept.map(({ fileId }) => fileId),
      locale,
    })}`;
}
