import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { button } from "../../../ui/button.ts";
import { radios } from "../../../ui/radios.ts";
import { textarea } from "../../../ui/textarea.ts";
import { longestRemark } from "../domain/remark.ts";
import { catalogueTexts } from "../i18n/texts.ts";

export type FeedbackFormInput = {
  readonly slug: string;
  readonly locale: Locale;
  readonly hasHelped?: string | undefined;
  readonly remark?: string;
  readonly errors?: {
    readonly hasHelped?: string | undefined;
    readonly remark?: string | undefined;
  };
};

/** Names of the fields. */
export const feedbackFields = {
  hasHelped: "geholfen",
  remark: "anmerkung",
} as const;

/** Asks whether the page has helped; a sentence may follow. */
export function feedbackForm(input: FeedbackFormInput): SafeHtml {
  const { slug, locale, errors = {} } = input;
  const t = catalogueTexts(locale);
  return html`<form method="post" action="/leistungen/${slug}/rueckmeldung">
    ${radios({
      name: feedbackFields.hasHelped,
      label: t("feedback.question"),
      options: [
        { value: "ja", label: t("feedback.yes") },
        { value: "nein", label: t("feedback.no") },
      ],
      value: input.hasHelped,
      error: errors.hasHelped,
      isHorizontal: true,
      locale,
    })}
    ${textarea({
      name: feedbackFields.remark,
      label: t("feedback.remark"),
      hint: t("feedback.remark.hint"),
      value: input.remark ?? "",
      rows: 2,
      maxLength: longestRemark,
      error: errors.remark,
      isOptional: true,
      locale,
    })}
    ${button({ label: t("feedback.send"), variant: "secondary" })}
  </form>`;
}
