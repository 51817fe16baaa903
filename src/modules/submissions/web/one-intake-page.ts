import { html } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { accountCookie } from "../../../shell/web/account-cookie.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import type { Draft } from "../domain/draft.ts";
import type { Intake } from "../domain/intake.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { intakePaths } from "./intake-paths.ts";

/** One that was begun: for whom it is, and the way on, or away with it. */
export function oneIntakePage(
  request: PortalRequest,
  { draft, intake }: { readonly draft: Draft; readonly intake: Intake },
): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const title = t("intake.one.title", { name: intake.name });
  return page({
    title,
    section: intakePaths.list,
    main: html`${backLink({ label: t("intake.page.title"), href: intakePaths.list })}
    ${pageHeading({ title, preline: draft.definition.title, lead: t("intake.one.saved") })}
    ${definitionRows(rowsOf(draft, intake, locale))}
    ${
      isCitizenSignedIn(request)
        ? alert({
            kind: "warning",
            title: t("intake.one.signed-in.title"),
            body: html`<p class="kern-body">
                ${t("intake.one.signed-in.body")}
              </p>
              ${link("/konto", t("intake.one.signed-in.link"))}`,
          })
        : html`<form method="post" action="${intakePaths.one(draft.id)}">
            ${button({ label: t("intake.one.open"), icon: "arrow-forward" })}
          </form>`
    }
    ${section({
      title: t("intake.one.delete"),
      body: html`<form method="post" action="${intakePaths.remove(draft.id)}">
        <p class="kern-body">${t("intake.one.delete.hint")}</p>
        ${button({ label: t("intake.one.delete"), variant: "secondary" })}
      </form>`,
    })}`,
  });
}

/** On pages for citizens such a browser would act for the account. */
export function isCitizenSignedIn({ cookies }: PortalRequest): boolean {
  return (cookies[accountCookie] ?? "") !== "";
}

function rowsOf(draft: Draft, intake: Intake, locale: PortalRequest["locale"]) {
  const t = submissionsTexts(locale);
  const { channel, receivedOn, email, phone, accountId } = intake;
  return [
    { term: t("intake.channel"), value: t(`intake.channel.${channel}`) },
    ...(receivedOn === undefined
      ? []
      : [
          {
            term: t("intake.received-on"),
            value: formatDate(new Date(receivedOn), locale),
          },
        ]),
    ...(email === "" ? [] : [{ term: t("intake.begin.email"), value: email }]),
    ...(phone === "" ? [] : [{ term: t("intake.begin.phone"), value: phone }]),
    {
      term: t("intake.one.account"),
      value: t(
        accountId === undefined
          ? "intake.one.account.none"
          : "intake.one.account.linked",
      ),
    },
    {
      term: t("intake.drafts.until"),
      value: formatDate(draft.expiresAt, locale),
    },
  ];
}
