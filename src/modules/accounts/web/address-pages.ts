import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import { addressTexts } from "../i18n/address-texts.ts";
import type { AddressState } from "../use-cases/change-address.ts";
import { accountPaths } from "./account-paths.ts";
import { passkeyScript } from "./passkey-form.ts";
import { proofForms, type FormError } from "./proof-form.ts";

/** What was typed. */
export type TypedAddress = {
  readonly email: string;
  readonly isOldLost: boolean;
};

export type AddressPageProps = {
  readonly locale: Locale;
  readonly state: AddressState;
  /** The session is sure who this is: the old mailbox may be given up. */
  readonly maySkipOld: boolean;
  readonly typed?: TypedAddress;
  readonly error?: FormError | undefined;
  readonly news?: "sent" | "cancelled" | undefined;
};

/** The address of the account, a change that is under way, and the form for a new one. */
export function addressPage(props: AddressPageProps): Page {
  const { locale, state, error, news } = props;
  const t = addressTexts(locale);
  const none = state.email === undefined ? ".none" : "";
  return framed(props, {
    title: t(`page.title${none}`),
    lead: t(`page.lead${none}`),
    errorField: "email",
    body: html`${news && alert({ kind: "success", title: t(`${news}.done`), isAnnounced: true })}
    ${state.email !== undefined && html`<p>${t("section.now", { email: state.email })}</p>`}
    ${pendingChange(props)} ${newAddressForm(props, error?.text)}
    ${state.email !== undefined && !props.maySkipOld && withoutOldAddress(locale)}`,
  });
}

function newAddressForm(
  { locale, maySkipOld, state, typed }: AddressPageProps,
  error: string | undefined,
): SafeHtml {
  const t = addressTexts(locale);
  return html`<form method="post" action="${accountPaths.address}" novalidate>
    ${textInput({
      name: "email",
      label: t("page.new"),
      type: "email",
      value: typed?.email ?? "",
      autocomplete: "email",
      error,
      locale,
    })}
    ${
      maySkipOld &&
      state.email !== undefined &&
      checkbox({
        name: "lost",
        label: t("page.lost"),
        hint: t("page.lost.hint"),
        isChecked: typed?.isOldLost ?? false,
        locale,
      })
    }
    ${button({ label: t("page.next") })}
  </form>`;
}

function pendingChange({
  locale,
  state,
}: AddressPageProps): SafeHtml | undefined {
  const { change } = state;
  if (!change) return undefined;
  const t = addressTexts(locale);
  const answer = (isConfirmed: boolean) =>
    t(isConfirmed ? "pending.yes" : "pending.open");
  const { email, isTakenConfirmed, isLeftConfirmed } = change;
  return section({
    title: t("pending.title"),
    body: html`${definitionRows([
        {
          term: t("pending.new"),
          value: `${email}: ${answer(isTakenConfirmed)}`,
        },
        ...(state.email === undefined
          ? []
          : [
              {
                term: t("pending.old-side"),
                value: `${state.email}: ${answer(isLeftConfirmed)}`,
              },
            ]),
        {
          term: t("pending.end"),
          value: formatDateTime(change.endsAt, locale),
        },
      ])}
      <p>${t("pending.none")}</p>
      <form method="post" action="${accountPaths.addressEnd}">
        ${button({ label: t("pending.cancel"), variant: "secondary" })}
      </form>`,
  });
}

/** Somebody whose mailbox is gone is not left alone with a link that nobody can open. */
function withoutOldAddress(locale: Locale): SafeHtml {
  const t = addressTexts(locale);
  const link = (href: string, label: string) =>
    html`<li><a class="kern-link" href="${href}">${label}</a></li>`;
  return section({
    title: t("lost.title"),
    body: html`<p>${t("lost.1")} ${t("lost.2")}</p>
      <ul class="kern-list kern-list--bullet">
        ${link(accountPaths.counter, t("lost.counter"))}
        ${link(accountPaths.identities, t("lost.identities"))}
        ${link(accountPaths.passkeys, t("lost.passkeys"))}
      </ul>
      <p>${t("lost.3")}</p>`,
  });
}

/** Shows the new address once more, and asks whether it is really the owner. */
export function addressProofPage(
  props: AddressPageProps & {
    readonly typed: TypedAddress;
    /** Where to sign in again, for an account with neither password nor passkey whose session is old. */
    readonly freshPath: string | undefined;
  },
): Page {
  const { locale, state, typed, freshPath, error } = props;
  const t = addressTexts(locale);
  const label = t(
    state.email === undefined ? "prove.button.one" : "prove.button",
  );
  const fields = html`<input
      type="hidden"
      name="email"
      value="${typed.email}"
    />${typed.isOldLost && html`<input type="hidden" name="lost" value="true" />`}`;
  return framed(props, {
    title: t("prove.title"),
    errorField: "password",
    body: html`${definitionRows([{ term: t("prove.new"), value: typed.email }])}
      ${proofForms(locale, {
        id: "password",
        action: accountPaths.address,
        label,
        variant: "primary",
        hasPassword: state.hasPassword,
        hasPasskey: state.hasPasskey,
        error: error?.text,
        fields,
      })}
      ${
        !state.hasPassword &&
        !state.hasPasskey &&
        signInAgain(locale, { freshPath, fields, label })
      }
      <p>
        <a class="kern-link" href="${accountPaths.address}"
          >${t("prove.again")}</a
        >
      </p>`,
  });
}

function signInAgain(
  locale: Locale,
  {
    freshPath,
    fields,
    label,
  }: {
    readonly freshPath: string | undefined;
    readonly fields: SafeHtml;
    readonly label: string;
  },
): SafeHtml {
  const t = addressTexts(locale);
  return freshPath === undefined
    ? html`<form method="post" action="${accountPaths.address}">
        ${fields}<input type="hidden" name="password" value="" />
        ${button({ label })}
      </form>`
    : html`<p>${t("fresh.lead")}</p>
        ${linkButton({ label: t("fresh.button"), href: freshPath })}`;
}

function framed(
  { locale, error }: Pick<AddressPageProps, "locale" | "error">,
  content: {
    readonly title: string;
    readonly lead?: string;
    readonly errorField: string;
    readonly body: SafeHtml;
  },
): Page {
  const { title, lead, errorField, body } = content;
  const errors = error ? [{ fieldId: errorField, text: error.text }] : [];
  return page({
    status: error?.status ?? 200,
    retryAfterSeconds: error?.retryAfterSeconds,
    title: error ? addressTexts(locale)("error-title", { title }) : title,
    section: accountPaths.start,
    scripts: [passkeyScript, ...(error ? ["focus-error-summary"] : [])],
    main: html`${errorSummary({ errors, locale })}
    ${pageHeading({ title, ...(lead === undefined ? {} : { lead }) })} ${body}`,
  });
}
