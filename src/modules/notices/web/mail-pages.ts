import { html, type SafeHtml } from "../../../platform/html/html.ts";
import {
  fillText,
  locales,
  type Locale,
} from "../../../platform/i18n/texts.ts";
import type { MailText } from "../../../platform/mail/mail-text.ts";
import type { Wording } from "../../../platform/mail/wording-store.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { textBlock } from "../../../ui/text-block.ts";
import { textInput } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import {
  longestBody,
  longestSubject,
  type WordingProblem,
  type Words,
} from "../domain/wording.ts";
import { noticesTexts } from "../i18n/texts.ts";
import { noticesFields, noticesPaths } from "./notices-paths.ts";

/** All mails whose words an authority may choose. */
export function mailsPage(
  texts: readonly MailText[],
  {
    wordings,
    locale,
  }: { readonly wordings: readonly Wording[]; readonly locale: Locale },
): Page {
  const t = noticesTexts(locale);
  const rows = texts.flatMap((text) =>
    locales.map((language) => ({
      cells: [
        link(noticesPaths.mail(text.kind, language), text.purpose(locale)),
        t(`mails.${language}`),
        t(
          wordings.some(
            (own) => own.kind === text.kind && own.locale === language,
          )
            ? "mails.own"
            : "mails.standard",
        ),
      ],
    })),
  );
  return page({
    title: t("mails.title"),
    section: noticesPaths.mails,
    layout: "wide",
    main: html`${pageHeading({ title: t("mails.title"), lead: t("mails.lead") })}
    ${table({
      caption: t("mails.title"),
      isCaptionHidden: true,
      columns: [
        { label: t("mails.kind") },
        { label: t("mails.language") },
        { label: t("mails.state") },
      ],
      rows,
    })}`,
  });
}

export type MailPageProps = {
  readonly locale: Locale;
  readonly text: MailText;
  /** Of the mail. */
  readonly language: Locale;
  readonly words: Words;
  readonly isOwn: boolean;
  /** What goes into the words, as an example. */
  readonly values: Readonly<Record<string, string>>;
  readonly problem?: WordingProblem | undefined;
  readonly done?: "mails.saved" | "mails.tested" | undefined;
};

/** The words of one mail in one language: to read, change, try out. */
export function mailPage(props: MailPageProps): Page {
  const { locale, text, language, problem, done } = props;
  const t = noticesTexts(locale);
  const title = text.purpose(locale);
  const error = problem && problemText(problem, locale);
  return page({
    status: problem ? 422 : 200,
    title: error === undefined ? title : t("error-title", { title }),
    section: noticesPaths.mails,
    scripts: problem ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("mails.back"), href: noticesPaths.mails })}
    ${errorSummary({
      errors:
        problem && error !== undefined
          ? [{ fieldId: noticesFields[problem.field], text: error }]
          : [],
      locale,
    })}
    ${done !== undefined && alert({ kind: "success", title: t(done), isAnnounced: true })}
    ${pageHeading({ title, preline: t(`mails.${language}`) })}
    ${wordsForm(props, error)} ${preview(props)}`,
  });
}

function wordsForm(
  { locale, text, language, words, isOwn, problem }: MailPageProps,
  error: string | undefined,
): SafeHtml {
  const t = noticesTexts(locale);
  const names = text.placeholders.map((name) => `{${name}}`).join(", ");
  const errorOf = (field: WordingProblem["field"]) =>
    problem?.field === field ? error : undefined;
  return html`<form
    method="post"
    action="${noticesPaths.mail(text.kind, language)}"
    novalidate
  >
    ${textInput({
      name: noticesFields.subject,
      label: t("mails.subject"),
      value: words.subject,
      maxLength: longestSubject,
      error: errorOf("subject"),
      locale,
    })}
    ${textarea({
      name: noticesFields.body,
      label: t("mails.body"),
      hint: t("mails.body.hint", { names }),
      value: words.body,
      rows: 14,
      maxLength: longestBody,
      error: errorOf("body"),
      locale,
    })}
    ${button({ label: t("mails.save"), name: noticesFields.action, value: "speichern" })}
    ${button({ label: t("mails.test"), name: noticesFields.action, value: "probe", variant: "secondary" })}
    ${isOwn && button({ label: t("mails.reset"), name: noticesFields.action, value: "zuruecksetzen", variant: "tertiary" })}
  </form>`;
}

function preview({ locale, language, words, values }: MailPageProps): SafeHtml {
  const t = noticesTexts(locale);
  return section({
    title: t("mails.preview"),
    body: html`<p class="kern-body">
        <strong
          >${t("mails.preview.subject", { subject: fillText(words.subject, values) })}</strong
        >
      </p>
      <div class="portal-mail portal-break" lang="${language}">
        ${textBlock(fillText(words.body, values))}
      </div>`,
  });
}

function problemText(problem: WordingProblem, locale: Locale): string {
  const name = "name" in problem ? `{${problem.name}}` : "";
  return noticesTexts(locale)(`error.${problem.kind}`, { name });
}
