import type { FastifyReply, FastifyRequest } from "fastify";
import type { Portal } from "../../modules/tenants/index.ts";
import { html, type SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import { alert } from "../../ui/alert.ts";
import { button, buttonRow, linkButton } from "../../ui/button.ts";
import { pageHeading } from "../../ui/heading.ts";
import { shellTexts } from "../i18n/texts.ts";
import { renderBarePage } from "./bare-page.ts";
import type { SentForm } from "./offer-again.ts";
import { personalPage } from "./rendered-page.ts";
import { sendBytes } from "./send-reply.ts";
import type { WebEnvironment } from "./web-environment.ts";

export type AgainVisit = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly portal: Portal;
  readonly locale: Locale;
};

/** Why what was sent could not be taken: the database is away, or the session is over. */
type AgainReason =
  | { readonly status: 503 }
  | {
      readonly status: 403;
      /** Path of the page to sign in on. */
      readonly signIn: string;
    };

/** Of a page made while something is wrong, for one visitor. */
export const notKept = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  vary: "accept-encoding, cookie",
};

/** Keeps what somebody sent in a page that sends it once more. */
export function sendAgainPage(
  environment: WebEnvironment,
  visit: AgainVisit,
  { sent, reason }: { readonly sent: SentForm; readonly reason: AgainReason },
): FastifyReply {
  const { locale } = visit;
  const title = shellTexts(locale)(`error.again.${reason.status}.title`);
  return sendBare(environment, visit, {
    status: reason.status,
    title,
    main: againMain({ title, sent, reason }, locale),
  });
}

/** The session is over, and there is nothing to keep: no more than a button was pressed, or what was typed is secret. */
export function sendSignedOutPage(
  environment: WebEnvironment,
  visit: AgainVisit,
  signIn: string,
): FastifyReply {
  const t = shellTexts(visit.locale);
  const title = t("error.again.403.title");
  return sendBare(environment, visit, {
    status: 403,
    title,
    main: html`${pageHeading({
      title,
      preline: t("error.preline", { status: 403 }),
      lead: t("error.signed-out.body"),
    })}
    ${buttonRow(linkButton({ label: t("error.signed-out.sign-in"), href: signIn }))}`,
  });
}

function sendBare(
  environment: WebEnvironment,
  visit: AgainVisit,
  {
    status,
    ...shown
  }: {
    readonly status: number;
    readonly title: string;
    readonly main: SafeHtml;
  },
): FastifyReply {
  const { request, reply, portal, locale } = visit;
  const document = renderBarePage(environment, {
    portal,
    locale,
    path: request.url.split("?", 1)[0] ?? "/",
    correlationId: request.id,
    ...shown,
  });
  void reply.code(status).headers(notKept);
  return sendBytes(visit, personalPage(document));
}

function againMain(
  {
    title,
    sent,
    reason,
  }: {
    readonly title: string;
    readonly sent: SentForm;
    readonly reason: AgainReason;
  },
  locale: Locale,
): SafeHtml {
  const t = shellTexts(locale);
  return html`${pageHeading({
      title,
      preline: t("error.preline", { status: reason.status }),
      lead: t(`error.again.${reason.status}.body`),
    })}
    ${
      reason.status === 403 &&
      html`<p>
        <a class="kern-link" href="${reason.signIn}" target="_blank"
          >${t("error.again.sign-in")}</a
        >
      </p>`
    }
    ${
      sent.files.length > 0 &&
      alert({
        kind: "info",
        title: t("error.again.files"),
        body: html`<ul class="kern-list">
          ${sent.files.map((name) => html`<li>${name}</li>`)}
        </ul>`,
      })
    }
    <form method="post" action="${sent.action}">
      ${[...sent.fields].map(
        ([name, value]) =>
          // Line breaks at the beginning and the end of what was typed stay in an attribute.
          html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      ${buttonRow(button({ label: t("error.again.send") }))}
    </form>`;
}
