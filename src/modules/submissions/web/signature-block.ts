import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { section } from "../../../ui/section.ts";
import type { Draft } from "../domain/draft.ts";
import { submissionsTexts } from "../i18n/texts.ts";

/** Below what a caseworker prints: where the person signs it. Nothing on a citizen's. */
export function signatureBlock(
  { intake }: Draft,
  locale: Locale,
): SafeHtml | false {
  if (!intake) return false;
  const t = submissionsTexts(locale);
  const { name, takenBy } = intake;
  return section({
    title: t("intake.print.signature"),
    body: html`<p class="kern-body">
        ${t("intake.print.statement", { staff: takenBy.name, name })}
      </p>
      <div class="portal-signature">
        <p>${t("intake.print.place")}</p>
        <p>${t("intake.print.sign", { name })}</p>
      </div>`,
  });
}
