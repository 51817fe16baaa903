import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import type { Cookie, PortalRequest } from "../../../shell/web/route.ts";
import {
  hasLanguage,
  localiseForm,
  type FormDefinition,
} from "../../forms/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";

/** Cookie and query parameter that choose Leichte Sprache where a form has it. */
const textsCookie = "texte";
const simple = "leicht";
const everyday = "alltag";

const simpleLanguage = "de-simple";

/** The cookie for a choice that was just made, by the address or by a button of a step. */
export function textsCookies(chosen: string | null): readonly Cookie[] {
  return chosen === simple || chosen === everyday
    ? [
        {
          name: textsCookie,
          value: chosen === simple ? simple : "",
          maxAgeSeconds: 365 * 86_400,
        },
      ]
    : [];
}

/** What the address chooses: `?texte=leicht`. */
export function textsOfQuery({ query }: PortalRequest): string | null {
  return query.get(textsCookie);
}

/** Language that a form's texts are shown in: the portal's where the form has it, Leichte Sprache when somebody chose it. */
function languageOf(
  request: PortalRequest,
  definition: FormDefinition,
): string {
  const { locale, cookies } = request;
  const chosen = textsOfQuery(request) ?? cookies[textsCookie];
  const wanted = locale === "de" && chosen === simple ? simpleLanguage : locale;
  return hasLanguage(definition, wanted) ? wanted : "de";
}

/** The form in the language of this visitor. */
export function formForVisitor(
  request: PortalRequest,
  definition: FormDefinition,
): FormDefinition {
  return localiseForm(definition, languageOf(request, definition));
}

type SwitchProps = {
  readonly definition: FormDefinition;
  /** Set on a step: the switch is a button of its form, and saves what was typed. */
  readonly form?: { readonly id: string; readonly actionField: string };
};

/** Leichte Sprache and back, where the form has it. */
export function textsSwitch(
  request: PortalRequest,
  { definition, form }: SwitchProps,
): SafeHtml | false {
  const { locale, path } = request;
  if (locale !== "de" || !hasLanguage(definition, simpleLanguage)) return false;
  const t = submissionsTexts(locale);
  const isSimple = languageOf(request, definition) === simpleLanguage;
  const label = t(isSimple ? "texts.everyday" : "texts.simple");
  const value = isSimple ? everyday : simple;
  return html`<p class="portal-texts">
    ${
      form
        ? html`<button
            class="portal-link-button"
            type="submit"
            form="${form.id}"
            name="${form.actionField}"
            value="texte:${value}"
          >
            ${label}
          </button>`
        : html`<a class="kern-link" href="${path}?${textsCookie}=${value}"
            >${label}</a
          >`
    }
  </p>`;
}

/** Says which language texts of the form are in, where it is another than the page's. */
export function inFormLanguage(
  request: PortalRequest,
  definition: FormDefinition,
  content: HtmlValue,
): SafeHtml {
  const language = languageOf(request, definition);
  return language === request.locale
    ? html`${content}`
    : html`<div class="portal-in-language" lang="${language}">${content}</div>`;
}
