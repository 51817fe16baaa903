import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import { printButton } from "../../../ui/print-button.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import {
  pageTitle,
  type FormDefinition,
  type FormPage,
} from "../../forms/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { antragPath } from "./antrag-request.ts";
import {
  inFormLanguage,
  textsCookies,
  textsOfQuery,
  textsSwitch,
} from "./form-language.ts";
import { formProvenance } from "./form-provenance.ts";

type Element = FormPage["elements"][number];
type Field = Extract<Element, { kind: "field" }>;

/** Address of the empty form. */
export function blankFormPath(leistungSlug: string): string {
  return `/leistungen/${encodeURIComponent(leistungSlug)}/formular`;
}

/** The whole form without answers, to read beforehand or to print; all questions, also those that depend on others. */
export function blankFormPage(
  request: PortalRequest,
  {
    leistungSlug,
    definition,
  }: { readonly leistungSlug: string; readonly definition: FormDefinition },
): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  return page({
    title: `${t("blank.title")}: ${definition.title}`,
    section: "/leistungen",
    scripts: ["print-page"],
    cookies: textsCookies(textsOfQuery(request)),
    main: html`${backLink({ label: t("start.title"), href: antragPath(leistungSlug) })}
    ${textsSwitch(request, { definition })}
    ${pageHeading({ title: definition.title, preline: t("blank.title"), lead: t("blank.lead") })}
    ${printButton(locale)}
    ${inFormLanguage(
      request,
      definition,
      [...definition.pages.entries()].map(([index, formPage]) =>
        blankPage(formPage, { number: index + 1, locale }),
      ),
    )}
    ${formProvenance(definition, locale)}`,
  });
}

function blankPage(
  formPage: FormPage,
  { number, locale }: { readonly number: number; readonly locale: Locale },
): SafeHtml {
  const title = pageTitle(formPage, locale);
  return html`<section class="portal-section portal-blank">
    ${heading(2, `${String(number)}. ${title}`)}
    ${formPage.help !== undefined && html`<p class="kern-body">${formPage.help}</p>`}
    ${formPage.elements.map((element) => blankElement(element, locale))}
  </section>`;
}

function blankElement(element: Element, locale: Locale): SafeHtml | false {
  const t = submissionsTexts(locale);
  if (element.kind === "field") return blankField(element, locale);
  return html`<div class="portal-blank__group">
    ${element.hideLabel !== true && html`<p class="portal-blank__label">${element.label}${remarks(element, locale)}</p>`}
    ${element.choice === true && html`<p class="kern-hint">${t("blank.choice")}</p>`}
    ${element.help !== undefined && html`<p class="kern-hint">${element.help}</p>`}
    ${element.elements.map((inner) => blankElement(inner, locale))}
  </div>`;
}

function blankField(field: Field, locale: Locale): SafeHtml | false {
  if (field.entry === "hidden") return false;
  if (field.dataType === "label")
    return html`<p class="kern-body">${field.content}</p>`;
  return html`<div class="portal-blank__field">
    <p class="portal-blank__label">${field.label}${remarks(field, locale)}</p>
    ${field.help !== undefined && html`<p class="kern-hint">${field.help}</p>`}
    ${placeToWrite(field, locale)}
  </div>`;
}

/** What one has to know about a question before it is seen: optional, several times, only sometimes. */
function remarks(element: Element, locale: Locale): SafeHtml | false {
  const t = submissionsTexts(locale);
  const { min, max } = element.cardinality;
  const isComputed = element.kind === "field" && element.computed !== undefined;
  if (isComputed)
    return html` <span class="portal-muted">(${t("blank.computed")})</span>`;
  const said = [
    min === 0 && t("blank.optional"),
    max !== 1 && t("blank.several"),
    element.visibleWhen !== undefined && t("blank.sometimes"),
  ].filter((text) => text !== false);
  return (
    said.length > 0 &&
    html` <span class="portal-muted">(${said.join(", ")})</span>`
  );
}

function placeToWrite(
  field: Exclude<Field, { dataType: "label" }>,
  locale: Locale,
): SafeHtml | false {
  if (field.computed !== undefined) return false;
  const t = submissionsTexts(locale);
  switch (field.dataType) {
    case "select":
      return boxes(field.options.map(({ label }) => label));
    case "boolean":
      return boxes([t("blank.yes"), t("blank.no")]);
    case "consent":
      return boxes([field.content]);
    case "file":
      return html`<p class="kern-hint">${t("blank.file")}</p>`;
    default:
      return html`<div class="portal-blank__line"></div>`;
  }
}

/** Long lists are for the screen; on paper one writes. */
const maxBoxes = 20;

function boxes(labels: readonly string[]): SafeHtml {
  if (labels.length > maxBoxes)
    return html`<div class="portal-blank__line"></div>`;
  return html`<ul class="portal-list portal-blank__boxes" role="list">
    ${labels.map((label) => html`<li>${label}</li>`)}
  </ul>`;
}
