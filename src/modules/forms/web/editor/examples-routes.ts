import { germanDay } from "../../../../platform/values/german-day.ts";
import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import type { FormExample } from "../../domain/form-example.ts";
import { isDate } from "../../field-types/date-value.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { exampleActions, examplePage } from "./example-page.ts";
import {
  asExpected,
  exampleFields,
  readExample,
  tryExample,
} from "./example-values.ts";
import { examplesField, examplesPage } from "./examples-page.ts";
import { saveChange } from "./overlay-form.ts";
import { readJson } from "./read-json.ts";
import { doneOf, editorRoute, readerRoute } from "./with-form.ts";

/** Examples: all with their results, and each with what is expected of it. */
export function examplesRoutes(): readonly Route[] {
  const all = editorPaths.section(":name", "beispiele");
  const one = editorPaths.example(":name", ":nummer");
  return [
    readerRoute(all, (request, form) =>
      examplesPage({ locale: request.locale, form, done: doneOf(request) }),
    ),
    editorRoute(all, saveDocument),
    readerRoute(one, (request, form) =>
      withExample(request, form, (example, number) =>
        examplePage({
          locale: request.locale,
          form,
          number,
          tried: tried(request, form, example),
          done: doneOf(request),
        }),
      ),
    ),
    editorRoute(one, (request, form) =>
      withExample(request, form, (example, number) =>
        saveExample(request, form, { example, number }),
      ),
    ),
  ];
}

function withExample(
  { params }: PortalRequest,
  form: OpenedForm,
  handle: (example: FormExample, number: number) => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  const number = Number(params["nummer"]);
  const example = exampleAt(form, params["nummer"]);
  return example ? handle(example, number) : showError(404);
}

/** The authority's own example with this number, from 1. */
export function exampleAt(
  { overlay }: OpenedForm,
  number: string | undefined,
): FormExample | undefined {
  return /^[1-9]\d{0,2}$/.test(number ?? "")
    ? overlay.examples?.[Number(number) - 1]
    : undefined;
}

function tried(
  { locale, context }: PortalRequest,
  form: OpenedForm,
  example: FormExample,
) {
  return tryExample(form, example, { today: germanDay(context.now), locale });
}

type Numbered = { readonly example: FormExample; readonly number: number };

async function saveExample(
  request: PortalRequest,
  form: OpenedForm,
  { example, number }: Numbered,
): Promise<Reply> {
  const { fields, locale, context } = request;
  const { key } = form.definition;
  const { examples = [] } = form.overlay;
  const others = examples.toSpliced(number - 1, 1);
  const typed = readExample(form, tried(request, form, example), {
    fields,
    today: germanDay(context.now),
  });
  const again = (errors: ReadonlyMap<string, string>) => {
    const shown = tried(request, form, typed);
    return examplePage({ locale, form, number, tried: shown, errors });
  };
  const change = (changed: readonly FormExample[], next: string) =>
    saveChange(request, {
      form,
      content: { ...form.overlay, examples: changed },
      next,
      again: ([text = ""]) => again(new Map([["main", text]])),
    });
  const action = fields.get(exampleFields.action);
  if (action === exampleActions.remove)
    return change(others, editorPaths.section(key, "beispiele"));
  const errors = errorsOf(typed, others, locale);
  if (errors.size > 0) return again(errors);
  const isAsNow = action === exampleActions.asNow;
  return change(
    examples.with(
      number - 1,
      isAsNow ? asExpected(tried(request, form, typed)) : typed,
    ),
    editorPaths.example(key, number),
  );
}

function errorsOf(
  { title, today }: FormExample,
  others: readonly FormExample[],
  locale: PortalRequest["locale"],
): ReadonlyMap<string, string> {
  const t = editorTexts(locale);
  const errors = new Map<string, string>();
  if (title === "") errors.set(exampleFields.title, t("preview.title.missing"));
  if (others.some((each) => each.title === title))
    errors.set(exampleFields.title, t("preview.title.taken"));
  if (today !== undefined && !isDate(today))
    errors.set(exampleFields.today, t("example.today.unreadable"));
  return errors;
}

async function saveDocument(
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
