import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { actionField } from "../../forms/index.ts";
import { sessionMinutes, warningMinutes } from "../domain/draft-session.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { antragPath, sessionOf } from "./antrag-request.ts";
import { stepActions, stepFormId } from "./step-actions.ts";

/** Module script that warns before the end of the session, and keeps what was typed. */
export const sessionScript = "session-end";

/**
 * Says that the draft is closed in this browser after a while, and holds the dialog that the script shows before. Nothing on the
 * applicant's own device.
 */
export function sessionEnd(
  request: PortalRequest,
  leistungSlug: string,
  { isStep }: { readonly isStep: boolean },
): SafeHtml | false {
  const { locale } = request;
  if (!sessionOf(request, leistungSlug)?.activeAt) return false;
  const t = submissionsTexts(locale);
  return html`<p class="kern-hint portal-session">
      ${t("session.hint", { minutes: sessionMinutes })}
    </p>
    <dialog
      class="portal-dialog"
      data-prolong="${antragPath(leistungSlug, "/verlaengern")}"
      data-minutes="${sessionMinutes}"
      data-warning="${warningMinutes}"
      aria-labelledby="sitzung"
      aria-describedby="sitzung-ende"
    >
      ${heading(2, t("session.title"), { id: "sitzung" })}
      <p class="kern-body" id="sitzung-ende">
        ${t("session.body")} <strong data-ends-at></strong>
      </p>
      ${endForm(leistungSlug, { isStep, locale })}
    </dialog>`;
}

/** On a step the end is a button of the step's form: it saves what was typed. */
function endForm(
  leistungSlug: string,
  { isStep, locale }: { readonly isStep: boolean; readonly locale: Locale },
): SafeHtml {
  const t = submissionsTexts(locale);
  const formId = isStep ? stepFormId : "beenden";
  const buttons = buttonRow(
    button({ label: t("session.prolong"), type: "button", id: "verlaengern" }),
    html`<button
      class="kern-btn kern-btn--secondary"
      type="submit"
      id="sitzung-beenden"
      form="${formId}"
      name="${actionField}"
      value="${stepActions.end}"
    >
      <span class="kern-label">${t("session.end")}</span>
    </button>`,
  );
  return isStep
    ? buttons
    : html`<form
        id="${formId}"
        method="post"
        action="${antragPath(leistungSlug, "/beenden")}"
      >
        ${buttons}
      </form>`;
}

/** The draft is closed in this browser, and stored. */
export function sessionEndedPage({ locale, params }: PortalRequest): Page {
  const t = submissionsTexts(locale);
  const slug = params["name"] ?? "";
  return page({
    title: t("ended.title"),
    section: "/leistungen",
    main: html`${pageHeading({ title: t("ended.title"), lead: t("ended.lead") })}
      <p class="kern-body">${t("ended.link")}</p>
      <p class="kern-body">${t("ended.none")}</p>
      ${linkButton({ label: t("ended.start"), href: antragPath(slug), variant: "secondary" })}`,
  });
}
