import { html } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { isEmailAddress } from "../../../platform/values/email-address.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { typedText } from "../../../platform/values/typed-text.ts";
import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { longestName, longestText } from "../domain/message.ts";
import { contactTexts } from "../i18n/texts.ts";
import { findOfficeToWriteTo } from "../use-cases/find-office.ts";
import { sendMessage } from "../use-cases/send-message.ts";
import {
  messageFields,
  messageFormPage,
  type MessageForm,
} from "./message-form.ts";

const section = "/aemter";
const path = "/aemter/:name/kontakt";

export type ContactPorts = {
  /** What stands at the address of an office that is not there (any more). */
  readonly showNoOffice: (request: PortalRequest) => Promise<Reply>;
};

/** What everybody sees: the form of an office, and that a message arrived. */
export function formRoutes(ports: ContactPorts): readonly Route[] {
  const guest = { path, audience: "guest" } as const;
  return [
    { method: "GET", ...guest, handle: (it) => showForm(it, ports) },
    { method: "POST", ...guest, handle: (it) => receive(it, ports) },
    {
      method: "GET",
      ...guest,
      path: `${path}/gesendet`,
      handle: (it) => showSent(it, ports),
    },
  ];
}

async function showForm(
  request: PortalRequest,
  { showNoOffice }: ContactPorts,
): Promise<Reply> {
  const { context, params, locale } = request;
  const office = await findOfficeToWriteTo(context, params["name"] ?? "");
  if (!office) return showNoOffice(request);
  const typed = { text: "", name: "", email: "" };
  return formPage({ office, locale, id: newId(), typed, errors: {} });
}

async function receive(
  request: PortalRequest,
  { showNoOffice }: ContactPorts,
): Promise<Reply> {
  const { context, params, fields, locale, clientAddress, baseUrl } = request;
  const office = await findOfficeToWriteTo(context, params["name"] ?? "");
  if (!office) return showNoOffice(request);
  const field = (name: keyof typeof messageFields) =>
    fields.get(messageFields[name]) ?? "";
  const typed = {
    text: typedText(field("text")),
    name: field("name"),
    email: field("email"),
  };
  const id = isId(field("id")) ? field("id") : newId();
  const form = { office, locale, id, typed };
  const errors = errorsOf(typed, locale);
  if (Object.values(errors).some((error) => error !== undefined))
    return formPage({ ...form, errors }, 422);
  const sent = await sendMessage(context, {
    id,
    officeSlug: office.slug,
    content: {
      text: typed.text,
      name: typed.name.trim() || undefined,
      email: typed.email.trim() || undefined,
    },
    clientAddress,
    baseUrl,
  });
  if (sent.ok) return redirect(`/aemter/${office.slug}/kontakt/gesendet`);
  if (sent.refusal.kind === "office-not-found") return showError(404);
  const text = contactTexts(locale)("form.too-many");
  return {
    ...formPage({ ...form, errors: { text } }, 429),
    retryAfterSeconds: sent.refusal.retryAfterSeconds,
  };
}

function errorsOf(
  typed: MessageForm["typed"],
  locale: Locale,
): MessageForm["errors"] {
  const t = contactTexts(locale);
  const { text } = typed;
  const email = typed.email.trim();
  return {
    text:
      text === ""
        ? t("form.text.missing")
        : Array.from(text).length > longestText
          ? t("form.text.too-long", { max: longestText })
          : undefined,
    name:
      typed.name.trim().length > longestName
        ? t("form.name.too-long", { max: longestName })
        : undefined,
    email:
      email === "" || isEmailAddress(email) ? undefined : t("form.email.wrong"),
  };
}

function formPage(form: MessageForm, status: 200 | 422 | 429 = 200) {
  const t = contactTexts(form.locale);
  const title = `${t("form.title")}: ${form.office.name}`;
  return page({
    status,
    title: status === 200 ? title : t("form.title.error", { title }),
    main: messageFormPage(form),
    section,
    scripts: ["character-counter", "focus-error-summary"],
  });
}

async function showSent(
  request: PortalRequest,
  { showNoOffice }: ContactPorts,
): Promise<Reply> {
  const { context, params, locale } = request;
  const office = await findOfficeToWriteTo(context, params["name"] ?? "");
  if (!office) return showNoOffice(request);
  const t = contactTexts(locale);
  const title = t("sent.title");
  return page({
    title,
    main: html`${pageHeading({
      title,
      lead: t("sent.body", { office: office.name }),
    })}
    ${linkButton({ label: t("sent.back"), href: `/aemter/${office.slug}` })}`,
    section,
  });
}
