import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { breadcrumb } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { textarea } from "../../../ui/textarea.ts";
import type { Office } from "../domain/office.ts";
import { tenantsTexts } from "../i18n/texts.ts";

export const visitsPath = "/verwaltung/aemter";
export const longestWords = 500;

/** Names of the inputs. */
const names = {
  days: "tage",
  transport: "anfahrt",
  accessibility: "zugang",
  note: "hinweis",
} as const;
const fields = ["days", "transport", "accessibility", "note"] as const;
type Field = (typeof fields)[number];

export type VisitsForm = {
  readonly office: Office;
  readonly locale: Locale;
  readonly isSaved: boolean;
  readonly typed: Readonly<Record<Field, string>>;
  readonly errors: Readonly<Partial<Record<Field, string | undefined>>>;
};

/** The offices, to choose one. */
export function visitsListPage(
  offices: readonly Office[],
  locale: Locale,
): SafeHtml {
  const t = tenantsTexts(locale);
  return html`${pageHeading({
      title: t("visits.title"),
      lead: t("visits.lead"),
    })}
    <ul class="kern-list kern-list--bullet" lang="de">
      ${offices.map(
        ({ slug, name }) =>
          html`<li>${link(`${visitsPath}/${slug}`, name)}</li>`,
      )}
    </ul>`;
}

/** Special days, the way there and in, and a note of one office. */
export function visitsPage(form: VisitsForm): SafeHtml {
  const { office, locale, errors, isSaved } = form;
  const t = tenantsTexts(locale);
  const summary = fields.flatMap((field) => {
    const text = errors[field];
    return text === undefined ? [] : [{ fieldId: names[field], text }];
  });
  return html`${breadcrumb({
      parents: [{ label: t("visits.title"), href: visitsPath }],
      current: office.name,
      locale,
    })}
    ${errorSummary({ errors: summary, locale })}
    ${isSaved && alert({ kind: "success", title: t("visits.saved") })}
    ${pageHeading({ title: office.name })}
    <form method="post" action="${visitsPath}/${office.slug}">
      ${fields.map((field) => input(field, form))}
      ${button({ label: t("visits.save") })}
    </form>
    <p>${link(`/aemter/${office.slug}`, t("visits.public"))}</p>`;
}

function input(field: Field, { locale, typed, errors }: VisitsForm): SafeHtml {
  const t = tenantsTexts(locale);
  return textarea({
    name: names[field],
    label: t(`visits.${field}`),
    hint: field === "days" ? t("visits.days.hint") : undefined,
    value: typed[field],
    rows: field === "days" ? 6 : 3,
    error: errors[field],
    isOptional: true,
    locale,
  });
}
