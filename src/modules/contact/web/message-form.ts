import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { breadcrumb } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { textInput } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import type { Office } from "../../tenants/index.ts";
import {
  daysAfterDone,
  daysInAnyCase,
  longestText,
} from "../domain/message.ts";
import { contactTexts } from "../i18n/texts.ts";

/** Names of the inputs. */
export const messageFields = {
  text: "nachricht",
  name: "name",
  email: "email",
  id: "kennung",
} as const;

type Field = "text" | "name" | "email";

export type MessageForm = {
  readonly office: Office;
  readonly locale: Locale;
  /** Makes one message of a form that is sent twice. */
  readonly id: string;
  readonly typed: Readonly<Record<Field, string>>;
  readonly errors: Readonly<Partial<Record<Field, string | undefined>>>;
};

/** Writes to an office: with what was typed, and what to do beside each field. */
export function messageFormPage(input: MessageForm): SafeHtml {
  const { office, locale, errors } = input;
  const t = contactTexts(locale);
  const summary = (["text", "name", "email"] as const).flatMap((field) => {
    const text = errors[field];
    return text === undefined ? [] : [{ fieldId: messageFields[field], text }];
  });
  const title = t("form.title");
  return html`${breadcrumb({
    parents: [{ label: office.name, href: `/aemter/${office.slug}` }],
    current: title,
    locale,
  })}
  ${errorSummary({ errors: summary, locale })}
  ${pageHeading({ title, lead: t("form.lead", { office: office.name }) })}
  ${form(input)}`;
}

function form({ office, locale, id, typed, errors }: MessageForm): SafeHtml {
  const t = contactTexts(locale);
  return html`<form
    method="post"
    action="/aemter/${office.slug}/kontakt"
    novalidate
  >
    <input type="hidden" name="${messageFields.id}" value="${id}" />
    ${textarea({
      name: messageFields.text,
      label: t("form.text"),
      hint: t("form.text.hint"),
      value: typed.text,
      rows: 8,
      counter: {
        max: longestText,
        left: t("form.text.left"),
        over: t("form.text.over"),
      },
      error: errors.text,
      locale,
    })}
    ${textInput({
      name: messageFields.name,
      label: t("form.name"),
      value: typed.name,
      autocomplete: "name",
      error: errors.name,
      isOptional: true,
      locale,
    })}
    ${textInput({
      name: messageFields.email,
      type: "email",
      label: t("form.email"),
      hint: t("form.email.hint"),
      value: typed.email,
      autocomplete: "email",
      error: errors.email,
      isOptional: true,
      locale,
    })}
    <p>
      ${t("form.term", { done: daysAfterDone, latest: daysInAnyCase })}
      ${link("/datenschutz", t("form.privacy"))}
    </p>
    ${button({ label: t("form.send") })}
  </form>`;
}
