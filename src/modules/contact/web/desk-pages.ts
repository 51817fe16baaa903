import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate, formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { breadcrumb } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { definitionRows, lines } from "../../../ui/definition-rows.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link, mailLink } from "../../../ui/link.ts";
import { table } from "../../../ui/table.ts";
import {
  daysAfterDone,
  endOfTerm,
  type MessageContent,
  type MessageHead,
} from "../domain/message.ts";
import { contactTexts } from "../i18n/texts.ts";
import type { Desk, Named } from "../use-cases/read-message.ts";

export const deskPath = "/verwaltung/kontakt";

/** The messages, without what they say. */
export function deskPage({ messages, isPart }: Desk, locale: Locale): SafeHtml {
  const t = contactTexts(locale);
  const head = html`${pageHeading({ title: t("desk.title"), lead: t("desk.lead") })}
  ${isPart && html`<p class="kern-body">${t("desk.part")}</p>`}`;
  if (messages.length === 0)
    return html`${head}
    ${emptyState({ title: t("desk.none"), body: t("desk.none.body") })}`;
  return html`${head}
  ${table({
    caption: t("desk.title"),
    isCaptionHidden: true,
    columns: [
      { label: t("desk.message") },
      { label: t("desk.office") },
      { label: t("desk.state") },
      { label: t("desk.ends") },
    ],
    rows: messages.map((message) => ({
      isUnread: message.doneAt === undefined,
      cells: [
        link(
          `${deskPath}/${message.id}`,
          t("desk.message.of", {
            time: formatDateTime(message.receivedAt, locale),
          }),
        ),
        message.officeName,
        stateOf(message, locale),
        formatDate(endOfTerm(message), locale),
      ],
    })),
  })}`;
}

/** One message, and the way to answer it. */
export function messagePage(
  message: Named<MessageHead & MessageContent>,
  locale: Locale,
): SafeHtml {
  const t = contactTexts(locale);
  const title = t("desk.message.of", {
    time: formatDateTime(message.receivedAt, locale),
  });
  const { name, email, doneAt } = message;
  return html`${breadcrumb({
    parents: [{ label: t("desk.title"), href: deskPath }],
    current: title,
    locale,
  })}
  ${pageHeading({ title, preline: message.officeName })}
  ${definitionRows([
    { term: t("desk.message"), value: lines(message.text.split(/\r?\n/)) },
    { term: t("message.name"), value: name ?? t("message.not-given") },
    {
      term: t("message.email"),
      value: email === undefined ? t("message.not-given") : mailLink(email),
    },
    { term: t("desk.state"), value: stateOf(message, locale) },
    {
      term: t("desk.ends"),
      value: formatDate(endOfTerm(message), locale),
    },
  ])}
  ${
    doneAt === undefined &&
    html`<form method="post" action="${deskPath}/${message.id}/erledigt">
      <p>${t("message.done.hint", { days: daysAfterDone })}</p>
      ${button({ label: t("message.done") })}
    </form>`
  }`;
}

function stateOf({ doneAt }: MessageHead, locale: Locale): string {
  const t = contactTexts(locale);
  return doneAt === undefined
    ? t("desk.state.open")
    : t("desk.state.done", { day: formatDate(doneAt, locale) });
}
