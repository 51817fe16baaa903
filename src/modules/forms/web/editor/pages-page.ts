import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { accordion } from "../../../../ui/accordion.ts";
import { button, buttonRow } from "../../../../ui/button.ts";
import { section } from "../../../../ui/section.ts";
import { select } from "../../../../ui/select.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { textarea } from "../../../../ui/textarea.ts";
import type { FormPage } from "../../domain/form-definition.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { formFrame } from "./form-frame.ts";
import { moveButtons } from "./order-section.ts";
import { seenVersionField } from "./overlay-form.ts";

/** Names of the inputs of a page; `was` says what is to be done. */
export const pageFields = {
  page: "seite",
  title: "titel",
  help: "hilfe",
  visibleWhen: "bedingung",
  layout: "aufteilung",
  action: "tun",
  element: "feld",
  target: "ziel",
} as const;

export type PagesInput = {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: ReadonlyMap<string, string>;
};

export type PagesPageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  readonly input?: PagesInput;
  readonly done?: string | undefined;
};

/** Pages with what stands on them, all movable with buttons. */
export function pagesPage(props: PagesPageProps): Page {
  const { locale, form, input, done } = props;
  const t = editorTexts(locale);
  const { pages, key } = form.definition;
  const action = editorPaths.section(key, "seiten");
  return formFrame({
    locale,
    form,
    section: "seiten",
    done,
    errors: [...(input?.errors ?? [])].map(([fieldId, text]) => ({
      fieldId,
      text,
    })),
    body: html`<form method="post" action="${action}">
        ${seenVersionField(form)}
        ${select({
          name: pageFields.layout,
          label: t("pages.layout"),
          options: (["per-group", "per-field"] as const).map((value) => ({
            value,
            label: t(`pages.layout.${value}`),
          })),
          value: form.overlay.layout ?? "",
          hint: t("pages.layout.hint"),
          isOptional: true,
          locale,
        })}
        ${button({ label: t("pages.layout.save"), variant: "secondary", name: pageFields.action, value: "aufteilen" })}
      </form>
      ${pages.map((page, index) => pageSection(page, index, props))}`,
  });
}

function pageSection(
  page: FormPage,
  index: number,
  props: PagesPageProps,
): SafeHtml {
  const { locale, form } = props;
  const t = editorTexts(locale);
  const action = editorPaths.section(form.definition.key, "seiten");
  const title = page.title ?? t("pages.untitled");
  const heading = t("pages.page", { number: index + 1, title });
  const start = html`${seenVersionField(form)}
    <input type="hidden" name="${pageFields.page}" value="${page.key}" />`;
  return section({
    title: heading,
    body: html`<form method="post" action="${action}">
        ${start}
        ${moveButtons({ key: page.key, label: heading, index, count: form.definition.pages.length, locale })}
      </form>
      ${elementList(page, props)}
      ${accordion({
        title: t("pages.texts"),
        isOpen: props.input?.values[pageFields.page] === page.key,
        body: html`<form method="post" action="${action}" novalidate>
          ${start} ${pageInputs(page, index, props)}
          ${button({ label: t("save"), context: heading, variant: "secondary", name: pageFields.action, value: "texte" })}
        </form>`,
      })}`,
  });
}

function elementList(page: FormPage, { locale, form }: PagesPageProps) {
  const t = editorTexts(locale);
  const { pages, key } = form.definition;
  const count = page.elements.length;
  const others = pages.filter((each) => each.key !== page.key);
  return html`<ol class="portal-order">
    ${page.elements.map(
      (element, index) =>
        html`<li>
          <form
            method="post"
            action="${editorPaths.section(key, "seiten")}"
            novalidate
          >
            ${seenVersionField(form)}
            <input
              type="hidden"
              name="${pageFields.page}"
              value="${page.key}"
            />
            <input
              type="hidden"
              name="${pageFields.element}"
              value="${element.key}"
            />
            <span>${element.label === "" ? element.key : element.label}</span>
            ${moveButtons({ key: element.key, label: element.label, index, count, locale })}
            ${select({
              name: pageFields.target,
              id: `ziel-${element.key}`,
              label: t("pages.move", { label: element.label }),
              options: [
                ...others.map((each) => ({
                  value: each.key,
                  label: each.title ?? each.key,
                })),
                ...(count > 1
                  ? [{ value: newPage, label: t("pages.new") }]
                  : []),
              ],
              locale,
            })}
            ${buttonRow(button({ label: t("pages.move.submit"), context: element.label, variant: "tertiary", name: pageFields.action, value: "umziehen" }))}
          </form>
        </li>`,
    )}
  </ol>`;
}

/** Value that stands for a page that there is not yet. */
export const newPage = "+";

function pageInputs(
  page: FormPage,
  index: number,
  { locale, input }: PagesPageProps,
): SafeHtml {
  const t = editorTexts(locale);
  const isTyped = input?.values[pageFields.page] === page.key;
  const stored: Readonly<Record<string, string>> = {
    [pageFields.title]: page.title ?? "",
    [pageFields.help]: page.help ?? "",
    [pageFields.visibleWhen]: page.visibleWhen ?? "",
  };
  const values = isTyped ? input.values : stored;
  const common = (name: string) => ({
    name,
    id: `${name}-${String(index)}`,
    value: values[name] ?? "",
    error: isTyped ? input.errors.get(`${name}-${String(index)}`) : undefined,
    isOptional: true,
    locale,
  });
  return html`<input type="hidden" name="nummer" value="${index}" />
    ${textInput({ ...common(pageFields.title), label: t("pages.title") })}
    ${textarea({ ...common(pageFields.help), label: t("pages.help"), rows: 2 })}
    ${textarea({
      ...common(pageFields.visibleWhen),
      label: t("element.visibleWhen"),
      hint: t("element.rule.hint"),
      rows: 2,
    })}`;
}
