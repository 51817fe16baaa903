import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import {
  newSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { relyingPartyId } from "../../../platform/webauthn/webauthn.ts";
import type { Cookie, PortalRequest } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { attributes } from "../../../ui/attributes.ts";
import { button, type ButtonVariant } from "../../../ui/button.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import type { PasskeyAnswer } from "../use-cases/check-passkey.ts";
import type { Ceremony } from "../use-cases/ask-passkey.ts";

const browserCookie = "passkey";

/** Makes the forms of passkeys work; a page that has one names it. */
export const passkeyScript = "passkey";

export type PasskeyFormProps = {
  readonly locale: PortalRequest["locale"];
  /** Makes a new passkey, or signs with one. */
  readonly does: "create" | "get";
  readonly action: string;
  /** What the device is asked, or where the script gets it. */
  readonly options: string | object;
  readonly label: string;
  readonly variant?: ButtonVariant;
  /** Fields above the button. */
  readonly fields?: HtmlValue;
  /** Passkeys are also offered in the suggestions of the field with the address. */
  readonly isAutofill?: boolean;
};

/** A form that asks the device for a passkey; the script shows it where the browser can do that. */
export function passkeyForm(props: PasskeyFormProps): SafeHtml {
  const t = factorTexts(props.locale);
  const given = attributes({
    method: "post",
    action: props.action,
    "data-passkey": props.does,
    ...(typeof props.options === "string"
      ? { "data-options": props.options }
      : { "data-asked": JSON.stringify(props.options) }),
    "data-autofill": props.isAutofill === true ? "" : undefined,
  });
  return html`<form${given} hidden>
    <input type="hidden" name="antwort" />
    ${props.fields}
    <div data-passkey-trouble hidden>
      ${alert({ kind: "danger", title: t("passkey.failed"), isAnnounced: true })}
    </div>
    ${button({ label: props.label, variant: props.variant ?? "primary" })}
  </form>`;
}

/** Shown only where the browser can use passkeys. */
export function whereSupported(content: SafeHtml): SafeHtml {
  return html`<div data-passkey-supported hidden>${content}</div>`;
}

/** Shown until the script knows better. */
export function unsupportedNote(locale: PortalRequest["locale"]): SafeHtml {
  const title = factorTexts(locale)("passkey.unsupported");
  return html`<div data-passkey-unsupported>
    ${alert({ kind: "info", title })}
  </div>`;
}

/** For whom passkeys are made here, and the secret that binds an answer to this browser; set the cookie along with the options. */
export function ceremonyOf(request: PortalRequest): Ceremony & {
  readonly cookies: readonly Cookie[];
} {
  const { cookies, portal } = request;
  const known = cookies[browserCookie];
  const browserToken =
    known !== undefined && isSecretToken(known) ? known : newSecretToken();
  return {
    party: {
      id: passkeyDomainOf(request).id,
      name: portal.name,
      origin: request.baseUrl,
    },
    browserToken,
    cookies: [{ name: browserCookie, value: browserToken }],
  };
}

/** What the browser sent back. */
export function answerOf(request: PortalRequest): PasskeyAnswer {
  const { party, browserToken } = ceremonyOf(request);
  return {
    party,
    browserToken,
    response: request.fields.get("antwort") ?? "",
  };
}

/** The domain that passkeys of this portal belong to: the one below which all portals lie, where browsers allow that. */
export function passkeyDomainOf({
  baseUrl,
  portal,
}: Pick<PortalRequest, "baseUrl" | "portal">): {
  readonly id: string;
  readonly isOneHost: boolean;
} {
  const host = new URL(baseUrl).hostname;
  const baseDomain =
    portal.host === "" ? host : host.slice(portal.host.length + 1);
  const id = relyingPartyId(baseDomain, host);
  return { id, isOneHost: id !== baseDomain };
}
