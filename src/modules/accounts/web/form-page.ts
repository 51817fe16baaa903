import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { backLink, type Crumb } from "../../../ui/breadcrumb.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import { localTexts } from "../i18n/local-texts.ts";
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
  /** The page this one belongs to. */
  readonly back?: Crumb;
};

/** Up from a page about one way to sign in. */
export function backToSecurity(locale: Locale): Crumb {
  return {
    label: localTexts(locale)("security.title"),
    href: accountPaths.security,
  };
}

/** A page of the account with a form: what went wrong stands in its title, above it and at the field. */
export function formPage({
  locale,
  title,
  lead,
  body,
  error,
  errorField = "",
  scripts = [],
  back,
}: FormPageContent): Page {
  const errors = error ? [{ fieldId: errorField, text: error.text }] : [];
  const { status = 200, retryAfterSeconds } = error ?? {};
  return page({
    status,
    retryAfterSeconds,
    title: error ? factorTexts(locale)("error-title", { title }) : title,
    section: accountPaths.start,
    scripts: [...scripts, ...(error ? ["focus-error-summary"] : [])],
    main: html`${back && backLink(back)} ${errorSummary({ errors, locale })}
    ${pageHeading({ title, ...(lead === undefined ? {} : { lead }) })} ${body}`,
  });
}
