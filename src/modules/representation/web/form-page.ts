import { html, type HtmlValue } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { backLink, type Crumb } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import {
  errorSummary,
  type SummarisedError,
} from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { representationTexts } from "../i18n/texts.ts";

export type FormPageProps = {
  readonly locale: Locale;
  readonly title: string;
  readonly lead?: string;
  readonly back: Crumb;
  readonly action: string;
  readonly body: HtmlValue;
  readonly buttonLabel: string;
  readonly errors: readonly SummarisedError[];
};

/** One form on a page of its own; with errors it is shown again with what was typed. */
export function formPage(props: FormPageProps): Page {
  const { locale, title, lead, errors } = props;
  const t = representationTexts(locale);
  const isWrong = errors.length > 0;
  return page({
    status: isWrong ? 422 : 200,
    title: isWrong ? t("error-title", { title }) : title,
    section: "/konto",
    scripts: isWrong ? ["focus-error-summary"] : [],
    main: html`${backLink(props.back)} ${errorSummary({ errors, locale })}
      ${pageHeading({ title, ...(lead === undefined ? {} : { lead }) })}
      <form method="post" action="${props.action}" novalidate>
        ${props.body} ${button({ label: props.buttonLabel })}
      </form>`,
  });
}

/** What is wrong at this field, for the field itself. */
export function errorAt(
  errors: readonly SummarisedError[],
  fieldId: string,
): string | undefined {
  return errors.find((error) => error.fieldId === fieldId)?.text;
}
