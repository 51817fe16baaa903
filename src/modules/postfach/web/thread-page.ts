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
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { card } from "../../../ui/card.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { textBlock } from "../../../ui/text-block.ts";
import { textInput } from "../../../ui/text-input.ts";
import { postfachTexts } from "../i18n/texts.ts";
import type { ThreadMessage } from "../use-cases/read-thread.ts";
import { answerForm } from "./answer-form.ts";
import { mirrorText } from "./mirror-text.ts";
import { legalDaysOf } from "./legal-days.ts";
import { documentList } from "./document-list.ts";
import { below } from "./postfach-paths.ts";
import type { ThreadPageProps } from "./thread-page-props.ts";

/** All messages about one submission, both ways, and a place to answer. */
export function threadPage(
  request: PortalRequest,
  props: ThreadPageProps,
): Page {
  const { locale } = request;
  const t = postfachTexts(locale);
  const { thread, back, errors, portalName } = props;
  const isWrong = errors.length > 0;
  const { title } = thread;
  return page({
    title: isWrong ? t("error-title", { title }) : title,
    status: isWrong ? 422 : 200,
    scripts: isWrong ? ["focus-error-summary"] : [],
    section: props.canOrganise ? "/konto" : undefined,
    main: html`${backLink(back)} ${errorSummary({ errors, locale })}
    ${outcome(request, portalName)}
    ${pageHeading({
      title,
      preline: t("list.title"),
    })}
    ${definitionRows([
      {
        term: t("thread.portal"),
        value: html`<span lang="de">${portalName}</span>`,
      },
      { term: t("thread.reference"), value: thread.reference },
    ])}
    ${messageList(props, locale)}
    ${
      props.successor
        ? movedNotice(props.successor, locale)
        : answerForm(request, props)
    }
    ${props.canOrganise && organise(props, locale)}`,
  });
}

function movedNotice(
  { name, href }: NonNullable<ThreadPageProps["successor"]>,
  locale: Locale,
): SafeHtml {
  const t = postfachTexts(locale);
  return alert({
    kind: "info",
    title: t("thread.moved", { name }),
    body: html`<p class="kern-body">${t("thread.moved.body")}</p>
      <p class="kern-body">${link(href, t("thread.moved.link", { name }))}</p>`,
  });
}

function messageList(props: ThreadPageProps, locale: Locale): SafeHtml {
  const t = postfachTexts(locale);
  const { view, base, applicationHref } = props;
  return section({
    title: t("thread.messages"),
    body: html`<ol class="portal-list portal-messages" role="list">
        ${view.messages.map(
          (message) =>
            html`<li>${messageCard({ message, props, locale })}</li>`,
        )}
      </ol>
      ${buttonRow(
        linkButton({
          label: t("thread.download"),
          href: `${base}${below.download}`,
          variant: "secondary",
          icon: "download",
        }),
        applicationHref !== undefined &&
          linkButton({
            label: t("thread.application"),
            href: applicationHref,
            variant: "tertiary",
          }),
      )}`,
  });
}

const outcomes = ["saved", "sent", "labelled", "removed"] as const;

/** What the visitor's last click did. */
function outcome(
  { query, locale }: PortalRequest,
  portal: string,
): SafeHtml | false {
  const t = postfachTexts(locale);
  const done = outcomes.find((each) => each === query.get("getan"));
  if (!done) return false;
  const body =
    done === "saved" || done === "sent"
      ? { body: t(`thread.${done}.body`, { portal }) }
      : {};
  return alert({
    kind: "success",
    title: t(`thread.${done}`),
    isAnnounced: true,
    ...body,
  });
}

function messageCard({
  message,
  props,
  locale,
}: {
  readonly message: ThreadMessage;
  readonly props: ThreadPageProps;
  readonly locale: Locale;
}): SafeHtml {
  const t = postfachTexts(locale);
  const isNew =
    message.kind !== "answer" && message.position > props.thread.readPosition;
  return card({
    title: t(`kind.${message.kind}`),
    preline: formatDateTime(message.at, locale),
    level: 3,
    body: html`${isNew && html`<p>${badge("info", t("thread.new"))}</p>`}
      <div class="kern-body">${wordsOf(message, locale)}</div>
      ${legalDaysOf(message.bescheid, locale)}
      ${message.mirror && html`<p class="kern-body">${mirrorText(message.mirror, locale)}</p>`}
      ${documentList(message.documents, { base: props.base, locale })}`,
  });
}

function wordsOf({ kind, text, documents }: ThreadMessage, locale: Locale) {
  if (text !== "") return textBlock(text);
  const t = postfachTexts(locale);
  if (kind === "receipt") return html`<p>${t("empty.receipt")}</p>`;
  return documents.length === 0 && html`<p>${t("empty.other")}</p>`;
}

function organise(
  { thread, base, view }: ThreadPageProps,
  locale: Locale,
): SafeHtml {
  const t = postfachTexts(locale);
  const isArchived = thread.archivedAt !== undefined;
  return section({
    title: t("thread.organise"),
    body: html`<form method="post" action="${base}${below.labels}">
        ${textInput({
          name: "schlagwoerter",
          label: t("thread.labels"),
          hint: t("thread.labels.hint"),
          value: view.labels.join(", "),
          maxLength: 450,
          isOptional: true,
          locale,
        })}
        ${button({ label: t("thread.labels.save"), variant: "secondary" })}
      </form>
      ${paperWish({ thread, base }, locale)}
      ${isArchived && html`<p class="kern-body">${t("thread.archived")}</p>`}
      <form method="post" action="${base}${below.archive}">
        ${button({
          label: t(isArchived ? "thread.restore" : "thread.archive"),
          variant: "secondary",
          name: "ordner",
          value: isArchived ? "eingang" : "archiv",
        })}
      </form>`,
  });
}

/** Bescheide are made known here unless somebody excludes it (OZG § 9 Abs. 1 Satz 2). */
function paperWish(
  { thread, base }: Pick<ThreadPageProps, "thread" | "base">,
  locale: Locale,
): SafeHtml {
  const t = postfachTexts(locale);
  const isPaper = thread.paperWishedAt !== undefined;
  const wish = isPaper ? "postfach" : "papier";
  return html`<form method="post" action="${base}${below.paper}">
    <p class="kern-body">${t(isPaper ? "paper.wished" : "paper.not-wished")}</p>
    ${button({
      label: t(isPaper ? "paper.take-back" : "paper.wish"),
      variant: "secondary",
      name: "bescheide",
      value: wish,
    })}
  </form>`;
}
