import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { confirmation } from "../../../ui/confirmation.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { mayWithdraw } from "../domain/states.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { PublicStatus } from "../use-cases/read-public-status.ts";

/** Name of the hidden field with the last event that was seen. */
export const seenField = "gesehen";

/** Below the page with the state. */
export function withdrawalPath(ownPath: string): string {
  return `${ownPath}/ruecknahme`;
}

/** The way to withdraw, as long as it is open. */
export function withdrawalSection(
  { state }: PublicStatus,
  ownPath: string,
  locale: Locale,
): SafeHtml | false {
  if (!mayWithdraw(state)) return false;
  const t = vorgaengeTexts(locale);
  return section({
    title: t("status.withdraw.title"),
    body: html`<p class="kern-body">${t("status.withdraw.body")}</p>
      <p class="kern-body">
        ${link(withdrawalPath(ownPath), t("status.withdraw.link"))}
      </p>`,
  });
}

/** Asks before the application is withdrawn. */
export function withdrawalPage(
  status: PublicStatus,
  ownPath: string,
  locale: Locale,
): Page {
  const t = vorgaengeTexts(locale);
  return page({
    title: t("withdraw.title"),
    main: confirmation({
      question: t("withdraw.title"),
      consequence: t("withdraw.consequence", {
        title: status.leistungTitle,
        reference: status.reference,
      }),
      action: withdrawalPath(ownPath),
      confirmLabel: t("withdraw.confirm"),
      cancel: { label: t("withdraw.cancel"), href: ownPath },
      hiddenFields: html`<input
        type="hidden"
        name="${seenField}"
        value="${status.lastPosition}"
      />`,
    }),
  });
}

/** The office was faster than the applicant. */
export function changedNotice(locale: Locale): SafeHtml {
  const t = vorgaengeTexts(locale);
  return alert({
    kind: "warning",
    title: t("status.changed.title"),
    body: t("status.changed.body"),
    isAnnounced: true,
  });
}
