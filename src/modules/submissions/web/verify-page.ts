import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate, formatClock } from "../../../platform/i18n/dates.ts";
import { alert } from "../../../ui/alert.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { searchForm } from "../../../ui/search-form.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { VerifiedReceipt } from "../use-cases/verify-receipt.ts";

/** A number as an example of the form, not one that was given out. */
const exampleReference = "7K4M-29CF-X3T";

/** Public check of a receipt: real or not, and when it was deposited. Shows no content. */
export function verifyPage(
  { locale, portal }: PortalRequest,
  result: {
    readonly verified: VerifiedReceipt | undefined;
    readonly typed: string;
  },
): Page {
  const t = submissionsTexts(locale);
  return page({
    status: result.typed !== "" && !result.verified ? 404 : 200,
    title: t("verify.title"),
    main: html`${pageHeading({ title: t("verify.title") })}
    ${result.verified ? authentic(result.verified, { locale, portalName: portal.name }) : result.typed !== "" && unknown(locale)}
    ${searchForm({
      action: "/quittung",
      name: "nummer",
      label: t("verify.form.label"),
      hint: t("verify.form.hint", { example: exampleReference }),
      buttonLabel: t("verify.form.button"),
      value: result.typed,
      autocomplete: "off",
    })}`,
  });
}

function authentic(
  { submittedAt, contentHash, corrections }: VerifiedReceipt,
  {
    locale,
    portalName,
  }: { readonly locale: PortalRequest["locale"]; readonly portalName: string },
): SafeHtml {
  const t = submissionsTexts(locale);
  return html`${alert({
      kind: "success",
      title: t("verify.authentic.title"),
      body: t("verify.authentic.body", {
        portal: portalName,
        date: formatDate(submittedAt, locale),
        time: formatClock(submittedAt, locale),
      }),
    })}
    <p class="kern-body">${t("verify.hash")}:</p>
    <p class="kern-body portal-break"><code>${contentHash}</code></p>
    ${corrections.map(
      (correction) =>
        html`<p class="kern-body">
            ${t("correction.section", {
              date: formatDate(correction.submittedAt, locale),
              time: formatClock(correction.submittedAt, locale),
            })},
            ${t("correction.section.hash")}:
          </p>
          <p class="kern-body portal-break">
            <code>${correction.contentHash}</code>
          </p>`,
    )}
    <p class="kern-body">${t("verify.hash.body")}</p>
    <p class="kern-body">${t("verify.privacy")}</p>`;
}

function unknown(locale: PortalRequest["locale"]): SafeHtml {
  const t = submissionsTexts(locale);
  return alert({
    kind: "danger",
    title: t("verify.unknown.title"),
    body: t("verify.unknown.body"),
  });
}
