import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { link } from "../../../ui/link.ts";
import type { Draft } from "../domain/draft.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { intakeField, intakePaths } from "./intake-paths.ts";

/** Above each page: for whom a caseworker fills this in. Nothing on a citizen's. */
export function intakeNotice(
  { id, intake }: Draft,
  locale: Locale,
): SafeHtml | false {
  if (!intake) return false;
  const t = submissionsTexts(locale);
  const { name, channel } = intake;
  return html`<p class="portal-intake">
    ${t("intake.notice", { name, channel: t(`intake.channel.${channel}`) })}
    ${link(intakePaths.one(id), t("intake.notice.link"))}
  </p>`;
}

/** In each form of a draft that a caseworker fills in. */
export function intakeMark({ id, isIntake }: Draft): SafeHtml | false {
  return (
    isIntake &&
    html`<input type="hidden" name="${intakeField}" value="${id}" />`
  );
}
