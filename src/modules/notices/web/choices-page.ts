import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { radios } from "../../../ui/radios.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import { topics, waysOf, type Choices, type Topic } from "../domain/choice.ts";
import { noticesTexts } from "../i18n/texts.ts";
import type { OwnPhone } from "../use-cases/own-phone.ts";
import { noticesFields, noticesPaths } from "./notices-paths.ts";

export type ChoicesPageProps = {
  readonly locale: Locale;
  readonly choices: Choices;
  readonly phone: OwnPhone | undefined;
  /** A number that was sent and not taken. */
  readonly typed?: string;
  readonly done?:
    | "choices.saved"
    | "phone.confirmed"
    | "phone.removed"
    | undefined;
  readonly error?:
    | {
        readonly field: "phone" | "code";
        readonly text:
          | "phone.no-mobile-number"
          | "phone.limit-reached"
          | "phone.too-many-attempts"
          | "phone.wrong-code";
        readonly retryAfterSeconds?: number | undefined;
      }
    | undefined;
};

/** What somebody wants to be told of, and how. */
export function choicesPage(props: ChoicesPageProps): Page {
  const { locale, choices, done, error } = props;
  const t = noticesTexts(locale);
  const title = t("choices.title");
  return page({
    status: error ? (error.retryAfterSeconds === undefined ? 422 : 429) : 200,
    ...(error?.retryAfterSeconds === undefined
      ? {}
      : { retryAfterSeconds: error.retryAfterSeconds }),
    title: error ? t("error-title", { title }) : title,
    section: "/konto",
    scripts: error ? ["focus-error-summary"] : [],
    main: html`${errorSummary({
        errors: error
          ? [{ fieldId: noticesFields[error.field], text: t(error.text) }]
          : [],
        locale,
      })}
      ${done !== undefined && alert({ kind: "success", title: t(done), isAnnounced: true })}
      ${pageHeading({ title, lead: t("choices.lead") })}
      <form method="post" action="${noticesPaths.choices}">
        ${topics.map((topic) => topicRadios(topic, choices, locale))}
        ${alert({ kind: "info", title: t("bescheid.title"), body: t("bescheid.body") })}
        ${button({ label: t("choices.save") })}
      </form>
      ${section({ title: t("phone.title"), id: "sms", body: phoneBody(props) })}`,
  });
}

function topicRadios(topic: Topic, choices: Choices, locale: Locale): SafeHtml {
  const t = noticesTexts(locale);
  return radios({
    name: topic,
    label: t(`choices.${topic}`),
    options: waysOf(topic).map((way) => ({
      value: way,
      label: t(`way.${way}`),
      ...(way === "none" ? { hint: t("way.none.hint") } : {}),
    })),
    value: choices[topic],
    locale,
  });
}

function phoneBody(props: ChoicesPageProps): SafeHtml {
  const { locale, phone } = props;
  const t = noticesTexts(locale);
  return html`<p class="kern-body">${t("phone.lead")}</p>
    ${
      phone?.isConfirmed === true
        ? html`<p class="kern-body">
              ${t("phone.now", { number: phone.number })}
            </p>
            <form method="post" action="${noticesPaths.removePhone}">
              ${button({ label: t("phone.remove"), variant: "secondary" })}
            </form>`
        : html`${phone?.isAsked === true && codeForm(phone, props)}
          ${numberForm(props)}`
    }`;
}

function codeForm(
  { number }: OwnPhone,
  { locale, error }: ChoicesPageProps,
): SafeHtml {
  const t = noticesTexts(locale);
  return html`<p class="kern-body">${t("phone.asked", { number })}</p>
    <form method="post" action="${noticesPaths.code}" novalidate>
      ${textInput({
        name: noticesFields.code,
        label: t("phone.code"),
        hint: t("phone.code.hint"),
        autocomplete: "one-time-code",
        error: error?.field === "code" ? t(error.text) : undefined,
        locale,
      })}
      ${button({ label: t("phone.confirm"), variant: "secondary" })}
    </form>`;
}

function numberForm({
  locale,
  phone,
  error,
  typed,
}: ChoicesPageProps): SafeHtml {
  const t = noticesTexts(locale);
  return html`<form method="post" action="${noticesPaths.phone}" novalidate>
    ${textInput({
      name: noticesFields.phone,
      label: t(phone?.isAsked === true ? "phone.other" : "phone.number"),
      hint: t("phone.number.hint"),
      type: "tel",
      ...(typed === undefined ? {} : { value: typed }),
      autocomplete: "tel",
      error: error?.field === "phone" ? t(error.text) : undefined,
      locale,
    })}
    ${button({ label: t("phone.ask"), variant: "secondary" })}
  </form>`;
}
