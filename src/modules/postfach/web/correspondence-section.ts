import type { Context } from "../../../platform/context/context.ts";
import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate, formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { textBlock } from "../../../ui/text-block.ts";
import { isUnread } from "../domain/thread.ts";
import { postfachTexts } from "../i18n/texts.ts";
import {
  findThreadAbout,
  type Correspondence,
} from "../use-cases/describe-provided.ts";
import {
  findUnreachable,
  type Unreachable,
} from "../use-cases/contact-tasks.ts";
import { faultText } from "./fault-text.ts";
import type { MessageMirror } from "../use-cases/read-thread.ts";
import { mirrorText } from "./mirror-text.ts";
import { legalDaysOf } from "./legal-days.ts";
import {
  guestThreadPath,
  mirrorPath,
  officeTasksPath,
  sentDocumentPath,
  threadPath,
} from "./postfach-paths.ts";

/** For the status page: the way to the messages; undefined before there are any. Of an account they open in its Postfach only. Without a link its owner is signed in. */
export async function messagesOf(
  context: Context,
  submissionId: string,
  { locale, link: key }: { readonly locale: Locale; readonly link: string },
): Promise<SafeHtml | undefined> {
  const thread = await findThreadAbout(context, submissionId);
  if (!thread) return undefined;
  const t = postfachTexts(locale);
  const isOfAccount = thread.ownerId !== undefined;
  return section({
    title: t("guest.title"),
    body: isOfAccount
      ? html`<p class="kern-body">
          ${t(key === "" ? "guest.in-own-account" : "guest.in-account")}
          ${link(threadPath(thread.id), t("guest.in-account.link"))}
        </p>`
      : html`${(await findUnreachable(context, submissionId)) && guestAlert(locale)}
          ${isUnread(thread) && html`<p>${badge("info", t("list.unread"))}</p>`}
          <p>
            ${linkButton({
              label: t("guest.open"),
              href: guestThreadPath(key),
              variant: isUnread(thread) ? "primary" : "secondary",
            })}
          </p>`,
  });
}

/** A guest has no account that would say so. */
function guestAlert(locale: Locale): SafeHtml {
  const t = postfachTexts(locale);
  return alert({
    kind: "warning",
    title: t("guest.unreachable"),
    body: html`<p class="kern-body">${t("guest.unreachable.body")}</p>`,
  });
}

/** For the caseworker: what was provided and when it was retrieved for the first time, and what came back. */
export function correspondenceSection(
  messages: readonly Correspondence[],
  {
    locale,
    submissionId,
    unreachable,
  }: {
    readonly locale: Locale;
    readonly submissionId: string;
    readonly unreachable?: Unreachable | undefined;
  },
): SafeHtml {
  const t = postfachTexts(locale);
  const list =
    messages.length === 0
      ? html`<p class="kern-body">${t("sent.none")}</p>`
      : html`<ol class="portal-list portal-messages" role="list">
          ${messages.map(
            (message) =>
              html`<li>
                <p class="kern-body">
                  <strong>${t(`sent.kind.${message.kind}`)}</strong> ·
                  ${whenOf(message, locale)}
                </p>
                ${message.text !== "" && html`<div class="kern-body">${textBlock(message.text)}</div>`}
                ${legalDaysOf(message.bescheid, locale)}
                ${message.mirror && mirrorLine(message.messageId, message.mirror, locale)}
                ${message.documents.map(
                  ({ id, filename }) =>
                    html`<p class="kern-body">
                      ${link(sentDocumentPath(submissionId, id), filename)}
                    </p>`,
                )}
              </li>`,
          )}
        </ol>`;
  return section({
    title: t("sent.title"),
    id: "nachrichten",
    body: html`${unreachable && unreachableAlert(unreachable, locale)}${list}`,
  });
}

/** Where the copy is, and, where it did not get there, the way to try again. */
function mirrorLine(
  messageId: string,
  mirror: MessageMirror,
  locale: Locale,
): SafeHtml {
  const t = postfachTexts(locale);
  return html`<p class="kern-body">${mirrorText(mirror, locale)}</p>
    ${
      mirror.state === "failed" &&
      html`<form method="post" action="${mirrorPath(messageId)}">
        ${button({ label: t("mirror.again"), variant: "secondary" })}
      </form>`
    }`;
}

function unreachableAlert(
  { fault, since }: Unreachable,
  locale: Locale,
): SafeHtml {
  const t = postfachTexts(locale);
  return alert({
    kind: "warning",
    title: t("contact.alert"),
    body: html`<p class="kern-body">
        ${t("contact.alert.body", {
          fault: faultText(fault, locale),
          day: formatDate(since, locale),
        })}
      </p>
      <p class="kern-body">
        ${link(`${officeTasksPath}#kontakt`, t("contact.alert.link"))}
      </p>`,
  });
}

function whenOf(
  { kind, at, firstRetrievedAt }: Correspondence,
  locale: Locale,
): string {
  const t = postfachTexts(locale);
  if (kind === "answer")
    return t("sent.received", { at: formatDateTime(at, locale) });
  const provided = t("sent.provided", { at: formatDateTime(at, locale) });
  const retrieved = firstRetrievedAt
    ? t("sent.retrieved", { at: formatDateTime(firstRetrievedAt, locale) })
    : t("sent.not-retrieved");
  return `${provided}, ${retrieved}`;
}
