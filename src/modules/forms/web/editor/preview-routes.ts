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
import { evaluateForm } from "../../rules/evaluate-form.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { asExpected, tryExample } from "./example-values.ts";
import { editorPaths } from "./editor-paths.ts";
import { exampleAt } from "./examples-routes.ts";
import { saveChange } from "./overlay-form.ts";
import {
  previewFields,
  previewPage,
  type PreviewProps,
} from "./preview-page.ts";
import { editorRoute, readerRoute } from "./with-form.ts";

/** Trying the form out, and the examples that come of it. */
export function previewRoutes(): readonly Route[] {
  const preview = editorPaths.section(":name", "vorschau");
  return [
    readerRoute(preview, (request, form) => {
      const example = exampleOf(request.query, form);
      return previewPage({
        ...propsOf(request, form, example),
        title: example?.title,
      });
    }),
    editorRoute(preview, tryOut),
  ];
}

/** The example whose answers are changed; none when a new one is begun. */
function exampleOf(
  parameters: URLSearchParams,
  form: OpenedForm,
): FormExample | undefined {
  return exampleAt(form, parameters.get(previewFields.example) ?? undefined);
}

function propsOf(
  { locale, context, query, fields }: PortalRequest,
  form: OpenedForm,
  filled: Pick<FormExample, "answers" | "today"> | undefined,
): PreviewProps {
  const { answers = {}, today = germanDay(context.now) } = filled ?? {};
  const { example } = previewFields;
  return {
    locale,
    form,
    evaluated: evaluateForm(form.definition, answers, { today }),
    errors: [],
    isValid: false,
    example: query.get(example) ?? fields.get(example) ?? undefined,
  };
}

async function tryOut(
  request: PortalRequest,
  form: OpenedForm,
): Promise<Reply> {
  const { fields, locale } = request;
  const action = fields.get(previewFields.action);
  const known = exampleOf(fields, form);
  const answers = typedAnswers(request, form, known);
  const title = (fields.get(previewFields.title) ?? "").trim();
  const props = { ...propsOf(request, form, { ...known, answers }), title };
  const errors = validateAll(props.evaluated);
  if (action === "pruefen")
    return previewPage({ ...props, errors, isValid: errors.length === 0 });
  if (action !== "beispiel") return previewPage(props);
  const t = editorTexts(locale);
  if (title === "")
    return previewPage({ ...props, titleError: t("preview.title.missing") });
  const { examples = [] } = form.overlay;
  if (examples.some((each) => each !== known && each.title === title))
    return previewPage({ ...props, titleError: t("preview.title.taken") });
  const kept = known
    ? { ...known, title, answers }
    : newExample(request, form, { title, answers });
  const index = known ? examples.indexOf(known) : examples.length;
  return saveChange(request, {
    form,
    content: {
      ...form.overlay,
      examples: [
        ...examples.slice(0, index),
        kept,
        ...examples.slice(index + 1),
      ],
    },
    next: editorPaths.example(form.definition.key, index + 1),
    again: ([titleError = ""]) => previewPage({ ...props, titleError }),
  });
}

/** All pages are in one form: each reads its own inputs, and the button was on one of them. */
function typedAnswers(
  { fields, context }: PortalRequest,
  { definition }: OpenedForm,
  known: FormExample | undefined,
): Answers {
  const today = known?.today ?? germanDay(context.now);
  const action = fields.get(actionField) ?? "";
  return shownPages(definition).reduce<Answers>((previous, { key }) => {
    const input = { fields, files: [], previous, today };
    const { answers } = readPage(definition, key, input);
    return applyAction(definition, key, { answers, action });
  }, known?.answers ?? {});
}

/** What is visible, worked out and possible today is what the example expects from now on. */
function newExample(
  { context, locale }: PortalRequest,
  form: OpenedForm,
  filled: Pick<FormExample, "title" | "answers">,
): FormExample {
  const today = germanDay(context.now);
  const example = { ...filled, today, expect: {} };
  const expected = asExpected(tryExample(form, example, { today, locale }));
  // Messages change with every field: which of them the example is about its author says.
  const { errors: _errors, ...expect } = expected.expect;
  return { ...expected, expect };
}
