import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Cookie, PortalRequest } from "../../../shell/web/route.ts";
import {
  hasLanguage,
  localiseForm,
  type FormDefinition,
} from "../../forms/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";

/** Cookie and query parameter that choose another language of the form than the portal's: one of it, or Leichte Sprache. */
const textsCookie = "texte";
const simple = "leicht";
const everyday = "alltag";

const simpleLanguage = "de-simple";

/** A language tag in its usual forms (BCP 47): `uk`, `pt-BR`, `zh-Hans`. */
const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/u;

/** The cookie for a choice that was just made, by the address or by a button of a step. */
export function textsCookies(chosen: string | null): readonly Cookie[] {
  if (
    chosen === null ||
    !(chosen === simple || chosen === everyday || languageTag.test(chosen))
  )
    return [];
  return [
    {
      name: textsCookie,
      value: chosen === everyday ? "" : chosen,
      maxAgeSeconds: 365 * 86_400,
    },
  ];
}

/** What the address chooses: `?texte=leicht`. */
export function textsOfQuery({ query }: PortalRequest): string | null {
  return query.get(textsCookie);
}

/** Language that a form's texts are shown in: what somebody chose where the form has it, else the portal's. */
function languageOf(
  request: PortalRequest,
  definition: FormDefinition,
): string {
  const { locale, cookies } = request;
  const chosen = textsOfQuery(request) ?? cookies[textsCookie] ?? everyday;
  const wanted = chosen === simple ? simpleLanguage : chosen;
  // Leichte Sprache is for pages in German: somebody who chose English is not served by it.
  if (isOffered(definition, locale, wanted)) return wanted;
  return hasLanguage(definition, locale) ? locale : "de";
}

/** Languages besides that of the portal: a form in German or English comes with the portal in that language. */
function offeredLanguages(
  definition: FormDefinition,
  locale: string,
): readonly string[] {
  return Object.keys(definition.translations?.[""] ?? {}).filter((language) =>
    isOffered(definition, locale, language),
  );
}

function isOffered(
  definition: FormDefinition,
  locale: string,
  language: string,
): boolean {
  if (language === simpleLanguage && locale !== "de") return false;
  return !isPortalLanguage(language) && hasLanguage(definition, language);
}

const isPortalLanguage = (language: string) =>
  language === "de" || language === "en";

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

/** The other languages of the form, Leichte Sprache first among them, and the way back. Nothing where it has none. */
export function textsSwitch(
  request: PortalRequest,
  { definition, form }: SwitchProps,
): SafeHtml | false {
  const { locale } = request;
  const shown = languageOf(request, definition);
  const offered = offeredLanguages(definition, locale);
  const others = offered.filter((language) => language !== shown);
  const ways = offered.includes(shown) ? [everyday, ...others] : others;
  return (
    ways.length > 0 &&
    html`<p class="portal-texts">
      ${ways.map((way) => wayTo(way, request, form))}
    </p>`
  );
}

function wayTo(
  way: string,
  { locale, path }: PortalRequest,
  form: SwitchProps["form"],
): SafeHtml {
  const value = way === simpleLanguage ? simple : way;
  const label = labelOf(way, locale);
  return form
    ? html`<button
        class="portal-link-button"
        type="submit"
        form="${form.id}"
        name="${form.actionField}"
        value="texte:${value}"
      >
        ${label}
      </button> `
    : html`<a class="kern-link" href="${path}?${textsCookie}=${value}"
        >${label}</a
      > `;
}

/** What leads to a language is in that language: who needs it reads it. */
function labelOf(way: string, locale: Locale): HtmlValue {
  const t = submissionsTexts(locale);
  if (way === everyday) return t("texts.everyday");
  if (way === simpleLanguage) return t("texts.simple");
  return html`<span lang="${way}" dir="${directionOf(way)}"
    >${nameOf(way)}</span
  >`;
}

function nameOf(language: string): string {
  return (
    new Intl.DisplayNames([language], { type: "language" }).of(language) ??
    language
  );
}

function directionOf(language: string): "rtl" | "ltr" {
  const { script = "" } = new Intl.Locale(language).maximize();
  return rightToLeft.has(script) ? "rtl" : "ltr";
}

/** Scripts written from right to left, as ISO 15924 names them. */
const rightToLeft: ReadonlySet<string> = new Set([
  ...["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"],
]);

/** Says which language texts of the form are in, where it is another than the page's, and which way it is written. */
export function inFormLanguage(
  request: PortalRequest,
  definition: FormDefinition,
  content: HtmlValue,
): SafeHtml {
  const language = languageOf(request, definition);
  return language === request.locale
    ? html`${content}`
    : html`<div
        class="portal-in-language"
        lang="${language}"
        dir="${directionOf(language)}"
      >
        ${content}
      </div>`;
}
