import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { section } from "../../../ui/section.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import { accountPaths } from "./account-paths.ts";
import { passkeyForm } from "./passkey-form.ts";

/** Part of the sign-in page: a button for whoever has a passkey. The page names the script `passkey`. */
export function passkeySignIn({
  locale,
  back,
}: {
  readonly locale: Locale;
  readonly back: string;
}): SafeHtml {
  const t = factorTexts(locale);
  return passkeyForm({
    locale,
    does: "get",
    action: accountPaths.signInByPasskey,
    options: accountPaths.askForSignIn,
    label: t("passkey.sign-in.button"),
    variant: "secondary",
    isAutofill: true,
    fields: html`<input type="hidden" name="zurueck" value="${back}" />
      ${section({
        title: t("passkey.sign-in.title"),
        body: html`<p class="kern-body">${t("passkey.sign-in.body")}</p>`,
      })}`,
  });
}
