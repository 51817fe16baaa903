import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { changesTable } from "../../../ui/changes-table.ts";
import { section } from "../../../ui/section.ts";
import { describeChanges } from "../../forms/correction.ts";
import type { Correction } from "../domain/correction.ts";
import type { Draft } from "../domain/draft.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { wholeOf } from "../use-cases/amend-submission.ts";
import { changesOf } from "../use-cases/describe-amendments.ts";
import type { Amendment } from "../use-cases/read-submission.ts";

/** Old and new of what a draft changes; with it what follows from it by the rules of the form. */
export function draftChanges(
  draft: Draft,
  correction: Correction,
  locale: Locale,
): SafeHtml {
  const t = submissionsTexts(locale);
  const changes = describeChanges(
    { before: correction.sent, after: wholeOf(draft, correction) },
    locale,
  );
  const caption = t("correction.changes");
  return section({
    title: caption,
    body:
      changes.length === 0
        ? html`<p class="kern-body">${t("correction.changes.none")}</p>`
        : changesTable({ caption, changes, locale }),
  });
}

/** Old and new of what was sent. */
export function sentChanges(amendment: Amendment, locale: Locale): SafeHtml {
  const caption = submissionsTexts(locale)("correction.sent.changes");
  return section({
    title: caption,
    body: changesTable({
      caption,
      changes: changesOf(amendment, locale),
      locale,
    }),
  });
}
