import type {
  Check,
  FormDefinition,
  FormElement,
  FormPage,
  Option,
  Precheck,
  TranslatedTexts,
} from "./form-definition.ts";

/** True when the form has its title in this language (BCP 47), and so is meant to be read in it. Its own language is German. */
export function hasLanguage(
  { translations }: FormDefinition,
  language: string,
): boolean {
  return language === "de" || Object.hasOwn(translations?.[""] ?? {}, language);
}

/**
 * The form with its texts in another language; what was not translated stays German. The form itself where it has none of that language.
 * Asked again it gives the same object, so that what others remember about it stays true.
 */
export function localiseForm(
  definition: FormDefinition,
  language: string,
): FormDefinition {
  if (language === "de" || !hasLanguage(definition, language))
    return definition;
  const known = localised.get(definition) ?? new Map<string, FormDefinition>();
  localised.set(definition, known);
  const form =
    known.get(language) ??
    withTexts(
      definition,
      (path) => definition.translations?.[path]?.[language] ?? {},
    );
  known.set(language, form);
  return form;
}

const localised = new WeakMap<FormDefinition, Map<string, FormDefinition>>();

type TextsAt = (path: string) => TranslatedTexts;

function withTexts(form: FormDefinition, textsAt: TextsAt): FormDefinition {
  const { label, help, documents } = textsAt("");
  return {
    ...form,
    title: label ?? form.title,
    ...(help === undefined ? {} : { description: help }),
    ...(form.documents && {
      // A text that is missing or empty stays as it is.
      documents: form.documents.map(
        (each, index) => documents?.[index]?.trim() || each,
      ),
    }),
    pages: form.pages.map((page) => pageIn(page, textsAt)),
    ...(form.checks && {
      checks: form.checks.map((check) => checkIn(check, textsAt)),
    }),
    ...(form.precheck && { precheck: precheckIn(form.precheck, textsAt) }),
  };
}

function pageIn(page: FormPage, textsAt: TextsAt): FormPage {
  const { label, help } = textsAt(`page:${page.key}`);
  return {
    ...page,
    ...(label === undefined ? {} : { title: label }),
    ...(help === undefined ? {} : { help }),
    elements: elementsIn(page.elements, { parent: "", textsAt }),
  };
}

function checkIn(check: Check, textsAt: TextsAt): Check {
  return {
    ...check,
    message: textsAt(`check:${check.id}`).label ?? check.message,
  };
}

/** Questions stand under `precheck:` and their key, outcomes under `outcome:` and their place, from 0. */
function precheckIn(precheck: Precheck, textsAt: TextsAt): Precheck {
  return {
    questions: precheck.questions.map((question) =>
      elementIn(question, textsAt(`precheck:${question.key}`)),
    ),
    outcomes: precheck.outcomes.map((outcome, index) => {
      const texts = textsAt(`outcome:${String(index)}`);
      const label = texts.label ?? outcome.link?.label;
      return {
        ...outcome,
        text: texts.content ?? outcome.text,
        ...(outcome.link &&
          label !== undefined && { link: { ...outcome.link, label } }),
      };
    }),
  };
}

function elementsIn(
  elements: readonly FormElement[],
  { parent, textsAt }: { readonly parent: string; readonly textsAt: TextsAt },
): FormElement[] {
  return elements.map((element) => {
    const path = parent === "" ? element.key : `${parent}.${element.key}`;
    const own = elementIn(element, textsAt(path));
    return own.kind === "group"
      ? {
          ...own,
          elements: elementsIn(own.elements, { parent: path, textsAt }),
        }
      : own;
  });
}

function elementIn<Element extends FormElement>(
  element: Element,
  texts: TranslatedTexts,
): Element {
  const { label, help, content, example, unit } = texts;
  const translated = {
    ...element,
    ...(label === undefined ? {} : { label }),
    ...(help === undefined ? {} : { help }),
    ...(content !== undefined && "content" in element ? { content } : {}),
    ...(example !== undefined && "example" in element ? { example } : {}),
    ...(unit !== undefined && "unit" in element ? { unit } : {}),
    ...("options" in element && {
      options: element.options.map((option) => optionIn(option, texts)),
    }),
  };
  ownLabels.set(translated, element.label);
  return translated;
}

function optionIn(
  option: Option,
  { options, optionHelps }: TranslatedTexts,
): Option {
  const help = optionHelps?.[option.code] ?? option.help;
  return {
    ...option,
    label: options?.[option.code] ?? option.label,
    ...(help === undefined ? {} : { help }),
  };
}

const ownLabels = new WeakMap<object, string>();

/** What an element is called in the form's own language, in whatever language it is shown. */
export function ownLabelOf(element: FormElement): string {
  return ownLabels.get(element) ?? element.label;
}
