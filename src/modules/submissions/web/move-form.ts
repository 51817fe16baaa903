import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { contactRows } from "../../../shell/web/contact-rows.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { link } from "../../../ui/link.ts";
import { addressOfPortal } from "../../tenants/index.ts";
import type { Draft } from "../domain/draft.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { antragPath } from "./antrag-request.ts";
import { revisionField } from "./check-fields.ts";
import type { OtherReceiver } from "./other-receiver.ts";

/** Whom the applicant agreed to give what they filled in. */
export const targetField = "behoerde";

const anchor = "zustaendig";

/** At the top of the page, before all that was filled in: leads to what is said at its end. */
export function moveHint(
  other: OtherReceiver | undefined,
  locale: PortalRequest["locale"],
): SafeHtml | undefined {
  if (!other) return undefined;
  const { authority } = other;
  const t = submissionsTexts(locale);
  return alert({
    kind: "warning",
    title: t("move.title", { authority: authority.name }),
    body: html`<p class="kern-body">${link(`#${anchor}`, t("move.hint"))}</p>`,
  });
}

/** In place of sending: says who is responsible by the answers, and takes what was filled in there if the applicant wants that. */
export function moveForm(
  request: PortalRequest,
  draft: Draft,
  other: OtherReceiver,
): SafeHtml {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { authority } = other;
  const names = { authority: authority.name };
  return html`${alert({
    kind: "warning",
    id: anchor,
    title: t("move.title", names),
    body: t(other.isMovable ? "move.body" : "move.body.elsewhere", names),
  })}
  ${contactRows(authority, locale)}
  ${other.isMovable ? moveButton(draft, other, locale) : elsewhere(request, other)}`;
}

function moveButton(
  { leistungSlug, revision }: Draft,
  { authority }: OtherReceiver,
  locale: PortalRequest["locale"],
): SafeHtml {
  const t = submissionsTexts(locale);
  return html`<form
    method="post"
    action="${antragPath(leistungSlug, "/zustaendig")}"
  >
    <input type="hidden" name="${revisionField}" value="${revision}" />
    <input type="hidden" name="${targetField}" value="${authority.tenantId}" />
    ${buttonRow(
      button({
        label: t("move.button", { authority: authority.name }),
        icon: "arrow-forward",
      }),
      linkButton({
        label: t("move.save"),
        href: antragPath(leistungSlug, "/speichern"),
        variant: "secondary",
      }),
    )}
  </form>`;
}

function elsewhere(
  { baseUrl, locale, portal }: PortalRequest,
  { authority, leistungSlug }: OtherReceiver,
): SafeHtml {
  return linkButton({
    label: submissionsTexts(locale)("move.elsewhere", {
      authority: authority.name,
    }),
    href: `${addressOfPortal(baseUrl, portal, authority)}/leistungen/${leistungSlug}`,
    icon: "arrow-forward",
  });
}
