import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { accordion } from "../../../ui/accordion.ts";
import { alert } from "../../../ui/alert.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { heading } from "../../../ui/heading.ts";
import { type FormPage } from "../../forms/index.ts";
import { showPlaced, type OwnDataOnPage } from "../../forms/own-data.ts";
import type { Provenance, ReplacedValue } from "../domain/own-data.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { describeOrigin } from "../use-cases/describe-origin.ts";
import type { Draft } from "../domain/draft.ts";
import { ownDataPath } from "./own-data-path.ts";

/** What to do when a confirmed value is wrong; nothing on a page without one. */
export function wrongValueHint(
  { elements }: FormPage,
  { locked }: OwnDataOnPage,
  { draft, locale }: { readonly draft: Draft; readonly locale: Locale },
): SafeHtml | false {
  const t = submissionsTexts(locale);
  const isHere = [...locked.keys()].some((path) =>
    elements.some(({ key }) => path.startsWith(`${key}.`)),
  );
  return (
    isHere &&
    accordion({
      title: t("own-data.wrong.title"),
      body: wrongValueText(draft, locale),
    })
  );
}

function wrongValueText({ leistungSlug }: Draft, locale: Locale): SafeHtml {
  const t = submissionsTexts(locale);
  return html`<p class="kern-body">${t("own-data.wrong.source")}</p>
    <p class="kern-body">${t("own-data.wrong.by-hand")}</p>
    <p class="kern-body">
      <a class="kern-link" href="${ownDataPath(leistungSlug)}"
        >${t("own-data.wrong.link")}</a
      >
    </p>`;
}

/** Confirmed values that are others now than the applicant had before: said, never swapped in silence. */
export function replacedNotice(
  replaced: readonly ReplacedValue[],
  locale: Locale,
): SafeHtml | false {
  const t = submissionsTexts(locale);
  return (
    replaced.length > 0 &&
    alert({
      kind: "warning",
      title: t("own-data.replaced.title"),
      body: html`<p class="kern-body">${t("own-data.replaced.body")}</p>
        <ul class="kern-list kern-list--bullet">
          ${replaced.map(({ value, before }) => {
            const { field } = value;
            return html`<li>
              ${t("own-data.replaced.line", {
                label: field.label,
                before: showPlaced({ field, value: before }, locale),
                now: showPlaced(value, locale),
                origin: describeOrigin(value, locale),
              })}
            </li>`;
          })}
        </ul>`,
    })
  );
}

/** Which values come from the account, on the summary. */
export function provenanceSection(
  provenance: readonly Provenance[],
  locale: Locale,
): SafeHtml | false {
  return (
    provenance.length > 0 &&
    html`${heading(2, submissionsTexts(locale)("origin.title"))}
    ${definitionRows(
      provenance.map((value) => ({
        term: value.label,
        value: describeOrigin(value, locale),
      })),
    )}`
  );
}
