import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { alert } from "../../../ui/alert.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { copyableLink } from "../../../ui/copyable-link.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { sessionMinutes } from "../domain/draft-session.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { Draft } from "../domain/draft.ts";
import { antragPath, sessionOf } from "./antrag-request.ts";
import { resumePath } from "./resume-path.ts";

export type SavePageProps = {
  readonly draft: Draft;
  /** Address with the new secret key; shown this once. */
  readonly link?: string;
  readonly mail?: {
    readonly email: string;
    readonly isReminderWanted: boolean;
    readonly isSent: boolean;
  };
};

/** Name of the box that asks for a reminder. */
export const reminderField = "erinnern";

/** The draft is safe; ways to come back to it. */
export function savePage(request: PortalRequest, props: SavePageProps): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { draft, mail } = props;
  const isWrong = mail?.isSent === false;
  return page({
    status: isWrong ? 422 : 200,
    title: isWrong
      ? t("step.error-prefix", { title: t("save.title") })
      : t("save.title"),
    section: "/leistungen",
    scripts: ["copy-reference", "focus-error-summary"],
    main: html`${isWrong && errorSummary({ errors: [{ fieldId: "email", text: t("check.error.email") }], locale })}
    ${mail?.isSent && alert({ kind: "success", title: t("save.mail.sent.title"), body: t("save.mail.sent.body"), isAnnounced: true })}
    ${pageHeading({ title: t("save.title"), preline: draft.definition.title, lead: t("save.body", { date: formatDate(draft.expiresAt, locale) }) })}
    ${linkButton({ label: t("save.continue"), href: resumePath(draft) })}
    ${linkSection(props, locale)} ${mailSection(props, locale)}
    ${deviceSection(request, draft)} ${deleteSection(draft, locale)}`,
  });
}

/** After a draft was deleted on request. */
export function deletedPage({ locale, params }: PortalRequest): Page {
  const t = submissionsTexts(locale);
  return page({
    title: t("deleted.title"),
    section: "/leistungen",
    main: html`${pageHeading({ title: t("deleted.title") })}
    ${alert({ kind: "success", title: t("deleted.body"), isAnnounced: true })}
    ${linkButton({ label: t("deleted.again"), href: `/leistungen/${params["name"] ?? ""}` })}`,
  });
}

function linkSection(
  { draft, link }: SavePageProps,
  locale: PortalRequest["locale"],
): SafeHtml {
  const t = submissionsTexts(locale);
  const body = link
    ? copyableLink({ label: t("save.link.label"), href: link, locale })
    : html`<form
        method="post"
        action="${antragPath(draft.leistungSlug, "/speichern")}"
      >
        ${button({ label: t("save.link.create"), variant: "secondary" })}
      </form>`;
  return section({
    title: t("save.link.title"),
    body: html`<p class="kern-body">${t("save.link.body")}</p>
      ${body}`,
  });
}

function mailSection(
  { draft, mail }: SavePageProps,
  locale: PortalRequest["locale"],
): SafeHtml {
  const t = submissionsTexts(locale);
  const isWrong = mail?.isSent === false;
  return section({
    title: t("save.mail.title"),
    body: html`<form
        method="post"
        action="${antragPath(draft.leistungSlug, "/speichern/mail")}"
        novalidate
      >
        ${textInput({
          name: "email",
          type: "email",
          autocomplete: "email",
          label: t("save.mail.label"),
          hint: t("save.mail.hint"),
          value: isWrong ? mail.email : "",
          error: isWrong ? t("check.error.email") : undefined,
          locale,
        })}
        ${checkbox({
          name: reminderField,
          label: t("save.mail.remind"),
          hint: t("save.mail.remind.hint"),
          isChecked: isWrong && mail.isReminderWanted,
          locale,
        })}
        ${button({ label: t("save.mail.button"), variant: "secondary" })}
      </form>
      ${draft.isOwned && html`<p class="kern-body">${t("save.mail.reminder-account")}</p>`}
      ${draft.hasReminder && reminderOn(draft, locale)}`,
  });
}

function reminderOn(
  { leistungSlug }: Draft,
  locale: PortalRequest["locale"],
): SafeHtml {
  const t = submissionsTexts(locale);
  return html`<form
    method="post"
    action="${antragPath(leistungSlug, "/erinnerung")}"
  >
    <p class="kern-body">${t("save.mail.reminder-on")}</p>
    ${button({ label: t("reminder.stop.button"), variant: "tertiary" })}
  </form>`;
}

/** Who may find the draft on this device: its owner for a while, or as long as it is kept. */
function deviceSection(
  request: PortalRequest,
  { leistungSlug }: Draft,
): SafeHtml {
  const t = submissionsTexts(request.locale);
  const isOwn = !sessionOf(request, leistungSlug)?.activeAt;
  return section({
    title: t("save.device.title"),
    body: html`<p class="kern-body">
        ${isOwn ? t("save.device.own") : t("save.device.shared", { minutes: sessionMinutes })}
      </p>
      <form method="post" action="${antragPath(leistungSlug, "/beenden")}">
        ${buttonRow(
          button({ label: t("save.device.close"), variant: "secondary" }),
          ...(isOwn
            ? []
            : [
                button({
                  label: t("save.device.keep"),
                  variant: "tertiary",
                  formAction: antragPath(leistungSlug, "/geraet"),
                }),
              ]),
        )}
      </form>`,
  });
}

function deleteSection(
  draft: Draft,
  locale: PortalRequest["locale"],
): SafeHtml {
  const t = submissionsTexts(locale);
  return section({
    title: t("save.delete.title"),
    body: html`<p class="kern-body">${t("save.delete.body")}</p>
      <form
        method="post"
        action="${antragPath(draft.leistungSlug, "/loeschen")}"
      >
        ${button({ label: t("save.delete.button"), variant: "tertiary", icon: "delete" })}
      </form>`,
  });
}
