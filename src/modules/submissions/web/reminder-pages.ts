import { html } from "../../../platform/html/html.ts";
import { alert } from "../../../ui/alert.ts";
import { button } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { submissionsTexts } from "../i18n/texts.ts";

/** Reached by the link in the mail: asks before it stops, as programs open links in mails, too. */
export function stopReminderPage({ locale, path }: PortalRequest): Page {
  const t = submissionsTexts(locale);
  return page({
    title: t("reminder.stop.title"),
    main: html`${pageHeading({ title: t("reminder.stop.title"), lead: t("reminder.stop.lead") })}
      <form method="post" action="${path}">
        ${button({ label: t("reminder.stop.button") })}
      </form>`,
  });
}

/** The address is forgotten. */
export function reminderStoppedPage({ locale }: PortalRequest): Page {
  const t = submissionsTexts(locale);
  return page({
    title: t("reminder.stopped.title"),
    main: html`${pageHeading({ title: t("reminder.stopped.title") })}
    ${alert({ kind: "success", title: t("reminder.stopped.body"), isAnnounced: true })}`,
  });
}
