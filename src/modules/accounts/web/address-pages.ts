import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import {
  button,
  buttonRow,
  linkButton,
  type ButtonVariant,
} from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import { signInSteps } from "../domain/sign-in-steps.ts";
import { addressTexts } from "../i18n/address-texts.ts";
import type { AddressState } from "../use-cases/change-address.ts";
import { accountPaths } from "./account-paths.ts";
import { backToSecurity, formPage, type FormError } from "./form-page.ts";
import { proofPage, type AskedProof } from "./proof-form.ts";

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
  /** Asked on the way to this page, which follows with or without an address. */
  readonly next?: string | undefined;
};

/** The address of the account, a change that is under way, and the form for a new one. */
export function addressPage(props: AddressPageProps): Page {
  const { locale, state, error, news, next } = props;
  const t = addressTexts(locale);
  const none = headingOf(props);
  return formPage({
    locale,
    ...(next === undefined && { back: backToSecurity(locale) }),
    error,
    title: t(`page.title${none}`),
    lead: t(`page.lead${none}`),
    errorField: "email",
    body: html`${news && alert({ kind: "success", title: t(`${news}.done`), isAnnounced: true })}
    ${state.email !== undefined && html`<p>${t("section.now", { email: state.email })}</p>`}
    ${news === "sent" && goOn(props, t("welcome.next"), "primary")}
    ${pendingChange(props)} ${newAddressForm(props, error?.text)}
    ${news !== "sent" && goOn(props, t("welcome.skip"), "secondary")}
    ${state.email !== undefined && !props.maySkipOld && withoutOldAddress(locale)}`,
  });
}

function headingOf({ state, next }: AddressPageProps) {
  if (state.email !== undefined) return "";
  return next === undefined ? ".none" : ".welcome";
}

function goOn(
  { next }: AddressPageProps,
  label: string,
  variant: ButtonVariant,
): SafeHtml | undefined {
  return next === undefined
    ? undefined
    : buttonRow(linkButton({ label, href: next, variant }));
}

const takeLabel = (next: string | undefined) =>
  next === undefined ? "page.next" : "welcome.take";

const nextField = (next: string | undefined) =>
  next !== undefined &&
  html`<input type="hidden" name="weiter" value="${next}" />`;

function newAddressForm(
  { locale, maySkipOld, next, state, typed }: AddressPageProps,
  error: string | undefined,
): SafeHtml {
  const t = addressTexts(locale);
  return html`<form method="post" action="${accountPaths.address}" novalidate>
    ${nextField(next)}
    ${textInput({
      name: "email",
      label: t(state.email === undefined ? "page.new.none" : "page.new"),
      type: "email",
      ...(state.suggestion !== undefined && { hint: t("page.suggested") }),
      value: typed?.email ?? state.suggestion ?? "",
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
    ${button({ label: t(takeLabel(next)) })}
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
export function addressProofPage({
  locale,
  state,
  typed,
  proof,
  error,
  next,
}: Pick<AddressPageProps, "locale" | "state" | "error" | "next"> & {
  readonly typed: TypedAddress;
  readonly proof: AskedProof;
}): Page {
  const t = addressTexts(locale);
  return proofPage(locale, {
    title: t("prove.title"),
    facts: [{ term: t("prove.new"), value: typed.email }],
    action: accountPaths.address,
    label: t(state.email === undefined ? "prove.button.one" : "prove.button"),
    variant: "primary",
    proof,
    error,
    fields: html`<input type="hidden" name="email" value="${typed.email}" />${
        typed.isOldLost &&
        html`<input type="hidden" name="lost" value="true" />`
      }${nextField(next)}`,
    back: {
      href:
        next === undefined ? accountPaths.address : signInSteps.address(next),
      label: t("prove.again"),
    },
  });
}
