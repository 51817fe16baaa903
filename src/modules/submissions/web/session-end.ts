import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatClock } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import {
  page,
  type Page,
  type PortalRequest,
  type SignedInAccount,
} from "../../../shell/web/route.ts";
import { actionField } from "../../forms/index.ts";
import {
  accountTerm,
  draftTerm,
  sessionMinutes,
  type SessionTerm,
} from "../domain/draft-session.ts";
import type { Draft } from "../domain/draft.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { antragPath, sessionOf } from "./antrag-request.ts";
import { stepActions, stepFormId } from "./step-actions.ts";

/** Module script that warns before the end of the session, and keeps what was typed. */
export const sessionScript = "session-end";

/**
 * Says how long one may be away, and holds the dialog that the script shows before: of the account's session where the draft belongs to one,
 * or of a draft on a device that others use, too. Nothing for a guest on a device of their own.
 */
export function sessionEnd(
  request: PortalRequest,
  draft: Draft,
  { isStep }: { readonly isStep: boolean },
): SafeHtml | false {
  const term = termOf(request, draft);
  if (!term) return false;
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { leistungSlug } = draft;
  const isAccount = accountOf(request, draft) !== undefined;
  const body = isAccount ? "session.account.body" : "session.body";
  return html`<p class="kern-hint portal-session">${hint(request, draft)}</p>
    <dialog
      class="portal-dialog"
      data-prolong="${antragPath(leistungSlug, "/verlaengern")}"
      data-seconds="${term.seconds}"
      data-warning="${term.warningSeconds}"
      data-last="${String(term.isLast)}"
      aria-labelledby="sitzung"
      aria-describedby="sitzung-ende"
    >
      ${heading(2, t("session.title"), { id: "sitzung" })}
      <p class="kern-body" id="sitzung-ende">
        ${t(body)} <strong data-ends-at></strong>
      </p>
      ${
        isAccount &&
        html`<p class="kern-body" data-if-last hidden>
          ${t("session.account.last")}
        </p>`
      }
      ${endForm(leistungSlug, { isStep, isAccount, locale })}
    </dialog>`;
}

/** Whose session keeps this draft open. */
function accountOf(
  { account }: PortalRequest,
  { isOwned }: Draft,
): SignedInAccount | undefined {
  return isOwned ? account : undefined;
}

/** How long one may be away from a draft; undefined: as long as one likes. */
export function termOf(
  request: PortalRequest,
  draft: Draft,
): SessionTerm | undefined {
  const account = accountOf(request, draft);
  if (account) return accountTerm(account, request.context.now);
  return sessionOf(request, draft.leistungSlug)?.activeAt && draftTerm;
}

function hint(request: PortalRequest, draft: Draft): string {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const account = accountOf(request, draft);
  if (!account) return t("session.hint", { minutes: sessionMinutes });
  return t("session.account.hint", {
    time: formatClock(account.endsAt, locale),
    latest: formatClock(account.endsAtLatest, locale),
  });
}

/**
 * On a step the end is a button of the step's form: it saves what was typed. When the time of an account is over, the script presses the hidden
 * one: what was typed is saved, and whoever is not signed in any more is asked to be.
 */
function endForm(
  leistungSlug: string,
  {
    isStep,
    isAccount,
    locale,
  }: {
    readonly isStep: boolean;
    readonly isAccount: boolean;
    readonly locale: Locale;
  },
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
      <span class="kern-label"
        >${t(isAccount ? "session.account.end" : "session.end")}</span
      >
    </button>`,
    isAccount &&
      html`<button
        type="submit"
        id="sitzung-sichern"
        form="${formId}"
        name="${actionField}"
        value="${stepActions.stay}"
        hidden
      ></button>`,
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
