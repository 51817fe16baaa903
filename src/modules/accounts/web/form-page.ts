import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import { accountPaths } from "./account-paths.ts";

/** What was wrong with a form that has one field to get wrong. */
export type FormError = {
  readonly status: 409 | 422 | 429;
  readonly text: string;
  readonly retryAfterSeconds?: number;
};

export type FormPageContent = {
  readonly locale: Locale;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly body: SafeHtml;
  readonly error?: FormError | undefined;
  /** Id of the field that the error is about. */
  readonly errorField?: string;
  readonly scripts?: readonly string[];
};

/** A page of the account with a form: what went wrong stands in its title, above it and at the field. */
export function formPage({
  locale,
  title,
  lead,
  body,
  error,
  errorField = "",
  scripts = [],
}: FormPageContent): Page {
  const errors = error ? [{ fieldId: errorField, text: error.text }] : [];
  return page({
    status: error?.status ?? 200,
    retryAfterSeconds: error?.retryAfterSeconds,
    title: error ? factorTexts(locale)("error-title", { title }) : title,
    section: accountPaths.start,
    scripts: [...scripts, ...(error ? ["focus-error-summary"] : [])],
    main: html`${errorSummary({ errors, locale })}
    ${pageHeading({ title, ...(lead === undefined ? {} : { lead }) })} ${body}`,
  });
}
