import {
  html,
  uncheckedHtml,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import { staffTexts } from "../i18n/texts.ts";
import type { AppSetup } from "../../../platform/crypto/authenticator-app.ts";
import { accountPaths } from "./staff-paths.ts";

/** QR code and key to scan or type, and the field for the first code. */
export async function secondFactorPage(props: {
  readonly locale: Locale;
  readonly setup: AppSetup;
  readonly isCodeWrong: boolean;
  /** Part of a sign-in that demands it: where the form goes, and the page after it. */
  readonly required?: { readonly action: string; readonly back: string };
}): Promise<Page> {
  const { locale, setup, isCodeWrong, required } = props;
  const t = staffTexts(locale);
  const title = t("setup.title");
  const error = isCodeWrong ? t("setup.confirm.wrong") : undefined;
  const errors = error === undefined ? [] : [{ fieldId: "code", text: error }];
  const picture = await qrCode(setup.address, t("setup.scan.alt"));
  return page({
    status: isCodeWrong ? 422 : 200,
    title: isCodeWrong ? t("sign-in.error-title", { title }) : title,
    section: accountPaths.start,
    scripts: isCodeWrong ? ["focus-error-summary"] : [],
    main: html`${errorSummary({ errors, locale })}
    ${pageHeading({ title, ...(required ? { lead: t("setup.required") } : {}) })}
    ${section({
      title: t("setup.scan.title"),
      body: html`<p class="kern-body">${t("setup.scan.body")}</p>
        ${picture}
        <p class="kern-body">${t("setup.type")}</p>
        <p class="kern-body"><code>${inGroups(setup.secretText)}</code></p>`,
    })}
    ${section({
      title: t("setup.confirm.title"),
      body: confirmForm(locale, { error, required }),
    })}`,
  });
}

/** The recovery codes, shown once. */
export function recoveryCodesPage(props: {
  readonly locale: Locale;
  readonly recoveryCodes: readonly string[];
  /** The page after it; the own account by default. */
  readonly next?: string;
}): Page {
  const { locale, recoveryCodes, next = accountPaths.start } = props;
  const t = staffTexts(locale);
  return page({
    title: t("recovery.title"),
    section: accountPaths.start,
    main: html`${pageHeading({ title: t("recovery.title"), lead: t("recovery.lead") })}
      ${alert({ kind: "warning", title: t("recovery.once") })}
      <ul class="kern-list" aria-label="${t("recovery.list")}">
        ${recoveryCodes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      ${linkButton({
        label: t(
          next === accountPaths.start ? "recovery.done" : "recovery.go-on",
        ),
        href: next,
      })}`,
  });
}

function confirmForm(
  locale: Locale,
  {
    error,
    required,
  }: {
    readonly error: string | undefined;
    readonly required:
      | { readonly action: string; readonly back: string }
      | undefined;
  },
): SafeHtml {
  const t = staffTexts(locale);
  return html`<form
    method="post"
    action="${required?.action ?? accountPaths.secondFactorConfirmation}"
    novalidate
  >
    ${required && html`<input type="hidden" name="zurueck" value="${required.back}" />`}
    ${textInput({
      name: "code",
      label: t("setup.confirm.label"),
      hint: t("setup.confirm.hint"),
      inputMode: "numeric",
      autocomplete: "one-time-code",
      maxLength: 10,
      width: 10,
      error,
      locale,
    })}
    ${button({ label: t("setup.confirm.button") })}
  </form>`;
}

/** Drawn by the library from the address alone: paths and numbers, nothing of it is markup from outside. */
async function qrCode(address: string, alt: string): Promise<SafeHtml> {
  // Rarely needed: not loaded before.
  const { toString: qrCodeText } = await import("qrcode");
  const picture = await qrCodeText(address, { type: "svg", width: 240 });
  return html`<div role="img" aria-label="${alt}">
    ${uncheckedHtml(picture)}
  </div>`;
}

function inGroups(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, "$1 ");
}
