import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { badge } from "../../../../ui/badge.ts";
import { link } from "../../../../ui/link.ts";
import type { Cardinality, FormElement } from "../../domain/form-definition.ts";
import { findElement, pathOf } from "../../domain/overlay/element-paths.ts";
import { ownProperty } from "../../domain/overlay/layers.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { formFrame } from "./form-frame.ts";

export type StructureProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  readonly done?: string | undefined;
};

/** All elements of the form as it was imported, with what became of them. */
export function structurePage({ locale, form, done }: StructureProps): Page {
  const elements = form.base.definition.pages.flatMap((page) => page.elements);
  return formFrame({
    locale,
    form,
    section: "struktur",
    done,
    body: html`<div class="portal-tree">
      ${branch(elements, { parent: "", form, locale })}
    </div>`,
  });
}

type At = {
  readonly parent: string;
  readonly form: OpenedForm;
  readonly locale: Locale;
};

function branch(elements: readonly FormElement[], at: At): SafeHtml {
  return html`<ul>
    ${elements.map((element) => {
      const path = pathOf(at.parent, element.key);
      return html`<li>
        ${line(element, path, at)}
        ${element.kind === "group" && branch(element.elements, { ...at, parent: path })}
      </li>`;
    })}
  </ul>`;
}

function line(
  element: FormElement,
  path: string,
  { form, locale }: At,
): SafeHtml {
  const t = editorTexts(locale);
  const shown = findElement(
    form.definition.pages.flatMap((page) => page.elements),
    path,
  );
  const { label, cardinality } = shown ?? element;
  const change = ownProperty(form.overlay.elements, path);
  const marks = [
    !shown && badge("warning", t("structure.dropped")),
    change && badge("info", t("structure.changed")),
    (shown ?? element).visibleWhen !== undefined &&
      badge("neutral", t("structure.conditional")),
  ];
  return html`${link(editorPaths.element(form.definition.key, path), label === "" ? element.key : label)}
    <span class="portal-muted"
      >${typeName(shown ?? element, locale)}, ${countName(cardinality, locale)},
      ${element.source?.id ?? element.key}</span
    >
    ${marks}`;
}

/** Data type in words; of a group that it is one. */
export function typeName(element: FormElement, locale: Locale): string {
  const t = editorTexts(locale);
  return element.kind === "group"
    ? t(element.choice ? "type.choice" : "type.group")
    : t(`type.${element.dataType}`);
}

function countName({ min, max }: Cardinality, locale: Locale): string {
  const t = editorTexts(locale);
  if (max === 1) return t(min === 0 ? "count.optional" : "count.required");
  return max === null
    ? t("count.from", { min })
    : t("count.between", { min, max });
}
