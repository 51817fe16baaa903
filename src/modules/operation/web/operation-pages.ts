import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { table } from "../../../ui/table.ts";
import { operationTexts } from "../i18n/texts.ts";
import type { KeptMail, MailPage } from "../use-cases/list-mails.ts";
import type { DeadJob } from "../use-cases/watch-queue.ts";
import { operationPaths } from "./operation-paths.ts";

export type JobsPageProps = {
  readonly dead: readonly DeadJob[];
  readonly isRevived: boolean;
  /** Short name of a portal. */
  readonly nameOf: (tenantId: string) => string;
};

export type MailsPageProps = MailPage & {
  /** A mail server is set. */
  readonly isMailSent: boolean;
  /** Short name of a portal. */
  readonly nameOf: (tenantId: string) => string;
};

const pathOfMail = (mailId: string) => `${operationPaths.mails}/${mailId}`;

const toConsole = (locale: Locale) =>
  backLink({
    label: operationTexts(locale)("mail.back"),
    href: operationPaths.console,
  });

/** Jobs that were given up, each to be sent again. */
export function jobsPage(
  { locale }: PortalRequest,
  props: JobsPageProps,
): Page {
  const t = operationTexts(locale);
  return page({
    title: t("dead.title"),
    layout: "wide",
    section: operationPaths.console,
    main: html`${toConsole(locale)}
    ${props.isRevived && alert({ kind: "success", title: t("dead.revived"), isAnnounced: true })}
    ${pageHeading({ title: t("dead.title") })} ${deadJobs(props, locale)}`,
  });
}

/** Mails of all portals, the newest first. */
export function mailsPage(
  { locale }: PortalRequest,
  props: MailsPageProps,
): Page {
  const t = operationTexts(locale);
  return page({
    title: t("mails.title"),
    layout: "wide",
    section: operationPaths.console,
    main: html`${toConsole(locale)} ${pageHeading({ title: t("mails.title") })}
    ${mailList(props, locale)}
    ${props.older !== undefined && html`<p>${link(`${operationPaths.mails}?vor=${props.older}`, t("mails.older"))}</p>`}`,
  });
}

/** One mail as it would have gone out. */
export function mailPage({ locale }: PortalRequest, mail: KeptMail): Page {
  const t = operationTexts(locale);
  return page({
    title: mail.content?.subject ?? t("mail.title"),
    layout: "wide",
    section: operationPaths.console,
    main: html`${backLink({ label: t("mails.back"), href: operationPaths.mails })}
    ${pageHeading({ title: mail.content?.subject ?? t("mails.no-content") })}
    ${definitionRows([
      { term: t("mails.to"), value: mail.content?.to ?? t("mails.no-content") },
      {
        term: t("mails.written"),
        value: formatDateTime(mail.created_at, locale),
      },
      { term: t("mails.state"), value: stateBadge(mail.state, locale) },
    ])}
    ${mail.content && html`<div class="portal-mail">${paragraphs(mail.content.text)}</div>`}`,
  });
}

function deadJobs({ dead, nameOf }: JobsPageProps, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  if (dead.length === 0)
    return emptyState({
      title: t("dead.empty.title"),
      body: t("dead.empty.body"),
      icon: "success",
    });
  const rows = dead.map((job) => ({
    cells: [
      job.name,
      nameOf(job.tenant_id),
      job.attempts,
      job.last_error,
      formatDateTime(job.died_at, locale),
      html`<form
        method="post"
        action="${operationPaths.jobs}/${job.id}/wiederholung"
      >
        ${button({ label: t("dead.revive"), context: job.name, variant: "secondary" })}
      </form>`,
    ],
  }));
  const columns = [
    { label: t("dead.job") },
    { label: t("dead.portal") },
    { label: t("dead.attempts"), isNumeric: true },
    { label: t("dead.cause") },
    { label: t("dead.since") },
    { label: t("dead.action") },
  ];
  return table({
    caption: t("dead.title"),
    isCaptionHidden: true,
    columns,
    rows,
  });
}

function mailList(
  { mails, isMailSent, nameOf }: MailsPageProps,
  locale: Locale,
): SafeHtml {
  const t = operationTexts(locale);
  const rows = mails.map((mail) => ({
    cells: [
      mail.content
        ? link(pathOfMail(mail.id), mail.content.subject)
        : t("mails.no-content"),
      mail.content?.to ?? "–",
      nameOf(mail.tenant_id),
      formatDateTime(mail.created_at, locale),
      stateBadge(mail.state, locale),
    ],
  }));
  const columns = [
    { label: t("mails.subject") },
    { label: t("mails.to") },
    { label: t("mails.portal") },
    { label: t("mails.written") },
    { label: t("mails.state") },
  ];
  return html`${alert({ kind: "info", title: isMailSent ? t("mails.sent") : t("mails.kept") })}
  ${mails.length === 0 ? emptyState({ title: t("mails.empty.title"), body: t("mails.empty.body"), icon: "mail" }) : table({ caption: t("mails.title"), isCaptionHidden: true, columns, rows })}`;
}

function stateBadge(state: KeptMail["state"], locale: Locale): SafeHtml {
  const kinds = {
    waiting: "info",
    sent: "success",
    kept: "neutral",
    failed: "danger",
    undeliverable: "danger",
  } as const;
  return badge(kinds[state], operationTexts(locale)(`mails.state.${state}`));
}

/** Text of a mail with its links made clickable; they lead to portals of this installation. */
function paragraphs(text: string): SafeHtml[] {
  return text
    .split(/\n{2,}/)
    .map(
      (part) =>
        html`<p class="kern-body portal-break">
          ${part.split("\n").map(lineOf)}
        </p>`,
    );
}

function lineOf(line: string): SafeHtml {
  return /^https?:\/\/\S+$/.test(line)
    ? html`${link(line, line)}<br />`
    : html`${line}<br />`;
}
