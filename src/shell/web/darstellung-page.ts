import { html, type SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { ThemeChoice } from "../../ui/assets.ts";
import { button } from "../../ui/button.ts";
import { pageHeading } from "../../ui/heading.ts";
import { radios } from "../../ui/radios.ts";
import { shellTexts } from "../i18n/texts.ts";

/** Cookie with the visitor's choice; kept for a year, readable by the server only, deleted for `system`. */
export const themeCookie = {
  name: "darstellung",
  maxAgeSeconds: 365 * 24 * 60 * 60,
} as const;

/** What a cookie or a form field says; anything unknown follows the device. */
export function parseThemeChoice(
  value: string | null | undefined,
): ThemeChoice {
  return value === "light" || value === "dark" ? value : "system";
}

/**
 * Page at `/darstellung` where a visitor chooses light or dark without script. Its form posts `darstellung` to the same address;
 * the answer sets the cookie, and `/assets/darstellung.css` follows it on every page.
 */
export function renderDarstellung(input: {
  readonly locale: Locale;
  readonly choice: ThemeChoice;
  /** Hidden fields of the form, such as the CSRF token. */
  readonly hiddenFields: SafeHtml;
}): { readonly title: string; readonly main: SafeHtml } {
  const { locale, choice } = input;
  const t = shellTexts(locale);
  const title = t("darstellung.title");
  const main = html`${pageHeading({ title, lead: t("darstellung.lead") })}
    <form method="post" action="/darstellung">
      ${input.hiddenFields}
      ${radios({
        name: "darstellung",
        label: t("darstellung.legend"),
        locale,
        value: choice,
        options: [
          {
            value: "system",
            label: t("darstellung.system"),
            hint: t("darstellung.system.hint"),
          },
          { value: "light", label: t("darstellung.light") },
          { value: "dark", label: t("darstellung.dark") },
        ],
      })}
      <div>${button({ label: t("darstellung.save") })}</div>
    </form>
    <p class="kern-body kern-body--muted">${t("darstellung.cookie")}</p>`;
  return { title, main };
}
