import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { textBlock } from "../../../ui/text-block.ts";
import { evaluateForm } from "../../forms/index.ts";
import { listAskable, withRemarks } from "../../forms/correction.ts";
import type { Correction } from "../domain/correction.ts";
import type { Draft } from "../domain/draft.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { formForVisitor } from "./form-language.ts";

/** A draft in the language of this visitor; of a correction each field says what the office asks, and what was answered before. */
export function draftForVisitor(request: PortalRequest, draft: Draft): Draft {
  const definition = formForVisitor(request, draft.definition);
  if (!draft.correction) return { ...draft, definition };
  const correction = inLanguage(request, draft.correction);
  return {
    ...draft,
    definition: withRemarks(definition, remarksOf(correction, request.locale)),
    correction,
  };
}

function inLanguage(
  request: PortalRequest,
  correction: Correction,
): Correction {
  const whole = formForVisitor(request, correction.whole);
  const { typed, today } = correction.sent;
  const sent = evaluateForm(whole, typed, { today, isSettled: true });
  return { ...correction, whole, sent };
}

function remarksOf(
  { sent, fields }: Correction,
  locale: Locale,
): ReadonlyMap<string, string> {
  const t = submissionsTexts(locale);
  const texts = new Map(fields.map(({ path, text }) => [path, text]));
  return new Map(
    listAskable(sent, [], locale).flatMap(({ path, values, isFile }) => {
      const text = texts.get(path) ?? "";
      const parts = [
        ...(text === "" ? [] : [t("correction.remark", { text })]),
        // Files are listed at their field anyway.
        ...(isFile || values.length === 0
          ? []
          : [t("correction.remark.before", { value: values.join(", ") })]),
      ];
      return parts.length > 0 ? [[path, parts.join(" ")] as const] : [];
    }),
  );
}

/** What the office asks, above each page of a correction. Nothing on any other draft. */
export function correctionNotice(
  { correction }: Draft,
  locale: Locale,
): SafeHtml | false {
  if (!correction) return false;
  const t = submissionsTexts(locale);
  const { text, answerBy, fields } = correction;
  const paths = new Set(fields.map(({ path }) => path));
  const asked = listAskable(correction.sent, [], locale).filter(({ path }) =>
    paths.has(path),
  );
  return alert({
    kind: "info",
    title: t("correction.asked.title"),
    body: html`${text !== "" && textBlock(text)}
      <ul class="kern-list kern-list--bullet">
        ${asked.map(({ label }) => html`<li>${label}</li>`)}
      </ul>
      ${answerBy !== undefined && html`<p class="kern-body">${t("correction.asked.by", { date: formatDate(new Date(answerBy), locale) })}</p>`}
      <p class="kern-body">${t("correction.open-only")}</p>`,
  });
}
