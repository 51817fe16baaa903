import { html } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { dateInput, type DateParts } from "../../../ui/date-input.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { textarea } from "../../../ui/textarea.ts";
import { longestReason } from "../domain/hold-reason.ts";
import { retentionTexts } from "../i18n/texts.ts";
import type { HoldRefusal } from "../use-cases/change-hold.ts";
import { retentionPaths } from "./retention-paths.ts";

/** Names of the form's fields. */
export const holdFields = { reason: "grund", until: "bis" } as const;

export type HoldFault = Exclude<HoldRefusal["kind"], "not-found">;

export type HoldPageProps = {
  readonly locale: Locale;
  readonly vorgangId: string;
  readonly reason: string;
  readonly until: DateParts;
  readonly fault?: HoldFault | undefined;
};

/** Asks why a Vorgang is kept, and until when. */
export function holdPage(props: HoldPageProps): Page {
  const { locale, vorgangId, reason, until, fault } = props;
  const t = retentionTexts(locale);
  const title = t("hold.place");
  const isReason = fault === "reason-missing" || fault === "reason-too-long";
  const text = fault && t(`hold.${fault}`, { count: longestReason });
  const fieldId = isReason ? holdFields.reason : holdFields.until;
  const errors = text === undefined ? [] : [{ fieldId, text }];
  return page({
    status: fault ? 422 : 200,
    title: fault ? t("hold.error-title", { title }) : title,
    scripts: ["date-input", ...(fault ? ["focus-error-summary"] : [])],
    main: html`${backLink({ label: t("hold.back"), href: retentionPaths.vorgang(vorgangId) })}
      ${errorSummary({ errors, locale })}
      ${pageHeading({ title, lead: t("hold.lead") })}
      <form method="post" action="${retentionPaths.hold(vorgangId)}" novalidate>
        ${textarea({
          name: holdFields.reason,
          label: t("hold.reason"),
          hint: t("hold.reason.hint"),
          value: reason,
          maxLength: longestReason,
          error: isReason ? text : undefined,
          locale,
        })}
        ${dateInput({
          name: holdFields.until,
          label: t("hold.until"),
          hint: t("hold.until.hint"),
          value: until,
          error: isReason ? undefined : text,
          locale,
        })}
        ${button({ label: t("hold.place") })}
      </form>`,
  });
}
