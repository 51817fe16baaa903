import { germanDay } from "../../../../platform/values/german-day.ts";
import type {
  PortalRequest,
  Reply,
  Route,
} from "../../../../shell/web/route.ts";
import type { Answers } from "../../domain/answers.ts";
import { actionField, applyAction } from "../../domain/apply-action.ts";
import type { FormExample } from "../../domain/form-example.ts";
import { shownPages } from "../../domain/shown-pages.ts";
import { readPage } from "../../fill-in/read-page.ts";
import { validateAll } from "../../fill-in/validate.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { evaluateForm, type EvaluatedForm } from "../../rules/evaluate-form.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { examplesField, examplesPage } from "./examples-page.ts";
import { saveChange } from "./overlay-form.ts";
import {
  previewFields,
  previewPage,
  type PreviewProps,
} from "./preview-page.ts";
import { readJson } from "./read-json.ts";
import { doneOf, editorRoute, readerRoute } from "./with-form.ts";

/** Trying the form out, and the examples that come of it. */
export function previewRoutes(): readonly Route[] {
  const preview = editorPaths.section(":name", "vorschau");
  const examples = editorPaths.section(":name", "beispiele");
  return [
    readerRoute(preview, (request, form) =>
      previewPage(propsOf(request, form, {})),
    ),
    editorRoute(preview, tryOut),
    readerRoute(examples, (request, form) =>
      examplesPage({ locale: request.locale, form, done: doneOf(request) }),
    ),
    editorRoute(examples, saveExamples),
  ];
}

function propsOf(
  { locale, context }: PortalRequest,
  form: OpenedForm,
  answers: Answers,
): PreviewProps {
  const today = germanDay(context.now);
  return {
    locale,
    form,
    evaluated: evaluateForm(form.definition, answers, { today }),
    errors: [],
    isValid: false,
  };
}

async function tryOut(
  request: PortalRequest,
  form: OpenedForm,
): Promise<Reply> {
  const { fields, context, locale } = request;
  const action = fields.get(previewFields.action);
  const props = propsOf(request, form, typedAnswers(request, form));
  const errors = validateAll(props.evaluated);
  if (action === "pruefen")
    return previewPage({ ...props, errors, isValid: errors.length === 0 });
  if (action !== "beispiel") return previewPage(props);
  const title = (fields.get(previewFields.title) ?? "").trim();
  if (title === "")
    return previewPage({
      ...props,
      titleError: editorTexts(locale)("preview.title.missing"),
    });
  const example = exampleOf(title, props.evaluated, {
    today: germanDay(context.now),
    isValid: errors.length === 0,
  });
  const others = (form.overlay.examples ?? []).filter(
    (each) => each.title !== title,
  );
  return saveChange(request, {
    form,
    content: { ...form.overlay, examples: [...others, example] },
    next: editorPaths.section(form.definition.key, "beispiele"),
    again: ([titleError = ""]) => previewPage({ ...props, titleError }),
  });
}

/** All pages are in one form: each reads its own inputs, and the button was on one of them. */
function typedAnswers(
  { fields, context }: PortalRequest,
  { definition }: OpenedForm,
): Answers {
  const today = germanDay(context.now);
  const action = fields.get(actionField) ?? "";
  return shownPages(definition).reduce<Answers>((previous, { key }) => {
    const input = { fields, files: [], previous, today };
    const { answers } = readPage(definition, key, input);
    return applyAction(definition, key, { answers, action });
  }, {});
}

/** What the form says today is what the example expects from now on. */
function exampleOf(
  title: string,
  { answers, hidden }: EvaluatedForm,
  { today, isValid }: { readonly today: string; readonly isValid: boolean },
): FormExample {
  return {
    title,
    answers,
    today,
    expect: { hidden: [...hidden], valid: isValid },
  };
}

async function saveExamples(
  request: PortalRequest,
  form: OpenedForm,
): Promise<Reply> {
  const { fields, locale } = request;
  const typed = fields.get(examplesField) ?? "";
  const again = (errors: readonly string[]) =>
    examplesPage({ locale, form, typed, errors });
  const read = readJson(typed) ?? { value: [] };
  if ("reason" in read)
    return again([editorTexts(locale)("json.not-json", read)]);
  return saveChange(request, {
    form,
    content: { ...form.overlay, examples: read.value },
    next: editorPaths.section(form.definition.key, "beispiele"),
    again,
  });
}
