import { html, type SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import { buttonRow, linkButton } from "../../ui/button.ts";
import { pageHeading } from "../../ui/heading.ts";
import { link, mailLink } from "../../ui/link.ts";
import { referenceNumber } from "../../ui/reference-number.ts";
import { shellTexts } from "../i18n/texts.ts";
import { phoneHref } from "./contact-rows.ts";
import type { ErrorStatus } from "./route.ts";

export type ErrorMainInput = {
  readonly status: ErrorStatus;
  readonly locale: Locale;
  readonly portal: Pick<Portal, "contact">;
  /** Number of the request, shown where staff needs it to find the fault in the log. */
  readonly correlationId: string;
};

/** Says in plain words what happened and what to do; never why in technical terms. */
export function renderErrorMain(input: ErrorMainInput): {
  readonly title: string;
  readonly main: SafeHtml;
} {
  const { status, locale } = input;
  const t = shellTexts(locale);
  const title = t(`error.${status}.title`);
  const main = html`${pageHeading({
    title,
    preline: t("error.preline", { status }),
    lead: t(`error.${status}.body`),
  })}
  ${isFault(status) && requestNumber(input)}
  ${buttonRow(linkButton({ label: t("error.start"), href: "/" }))}
  ${contactLine(input)}`;
  return { title, main };
}

const isFault = (status: ErrorStatus) => status === 500 || status === 503;

function requestNumber({ locale, correlationId }: ErrorMainInput): SafeHtml {
  const t = shellTexts(locale);
  return html`<div>
    ${referenceNumber({
      label: t("error.request"),
      value: correlationId,
      locale,
    })}
    <p class="kern-body kern-body--muted">${t("error.request.hint")}</p>
  </div>`;
}

function contactLine({ portal, locale }: ErrorMainInput): SafeHtml {
  const { phone, email } = portal.contact;
  return html`<p class="kern-body">
    ${shellTexts(locale)("error.contact")} ${link(phoneHref(phone), phone)},
    ${mailLink(email)}
  </p>`;
}
