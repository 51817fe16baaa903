import { canonicalJson } from "../../../../platform/values/canonical-json.ts";
import { withoutUndefined } from "../../../../platform/values/without-undefined.ts";
import type {
  PortalRequest,
  Reply,
  Route,
} from "../../../../shell/web/route.ts";
import { readOverlay } from "../../overlay-schema.ts";
import { openForm, type OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { moved, moveField } from "./order-section.ts";
import { saveChange } from "./overlay-form.ts";
import { emptyInputs, errorsInRules, faultsOf } from "./precheck-errors.ts";
import { precheckAction, precheckPage } from "./precheck-page.ts";
import {
  newOutcome,
  newQuestion,
  precheckOf,
  readPrecheck,
  storedPrecheck,
  type PrecheckValues,
} from "./precheck-values.ts";
import { doneOf, editorRoute, readerRoute } from "./with-form.ts";

/** Questions before a form. */
export function precheckRoutes(): readonly Route[] {
  const path = editorPaths.section(":name", "vorab-check");
  return [
    readerRoute(path, (request, form) =>
      precheckPage({
        locale: request.locale,
        form,
        values: storedPrecheck(form.definition.precheck),
        done: doneOf(request),
      }),
    ),
    editorRoute(path, submit),
  ];
}

function submit(
  request: PortalRequest,
  form: OpenedForm,
): Reply | Promise<Reply> {
  const { fields, locale } = request;
  const action = fields.get(precheckAction.name) ?? precheckAction.save;
  const values = readPrecheck(fields);
  if (fields.has(moveField) || action !== precheckAction.save)
    return action === precheckAction.discard
      ? save(request, form, { values, precheck: undefined })
      : precheckPage({ locale, form, values: changed(values, fields) });
  const errors = emptyInputs(values, locale);
  if (errors.size > 0) return precheckPage({ locale, form, values, errors });
  const isEmpty = values.questions.length + values.outcomes.length === 0;
  // Null takes back what an authority above asks.
  const nothing = form.inherited.precheck ? null : undefined;
  const precheck = isEmpty
    ? nothing
    : unlessInherited(precheckOf(values, form.definition.precheck), form);
  return save(request, form, { values, precheck });
}

/** The rows after a button: one more, one less, or in another order. */
function changed(
  { questions, outcomes }: PrecheckValues,
  fields: URLSearchParams,
): PrecheckValues {
  const action = fields.get(precheckAction.name);
  if (action === precheckAction.addQuestion)
    return {
      questions: [...questions, newQuestion(freeNumber(questions))],
      outcomes,
    };
  if (action === precheckAction.addOutcome)
    return { questions, outcomes: [...outcomes, newOutcome] };
  return {
    questions: rearranged(questions, "frage", fields),
    outcomes: rearranged(outcomes, "ergebnis", fields),
  };
}

function freeNumber(questions: PrecheckValues["questions"]): number {
  const taken = new Set<string>(questions.map(({ name }) => name));
  let number = questions.length + 1;
  while (taken.has(newQuestion(number).name)) number += 1;
  return number;
}

function rearranged<Row>(
  rows: readonly Row[],
  prefix: string,
  fields: URLSearchParams,
): Row[] {
  const removed = fields.get(precheckAction.name);
  const byKey = new Map(
    rows.map((row, index): [string, Row] => [
      `${prefix}-${String(index)}`,
      row,
    ]),
  );
  return moved([...byKey.keys()], fields.get(moveField))
    .filter((key) => removed !== `${precheckAction.remove} ${key}`)
    .flatMap((key) => byKey.get(key) ?? []);
}

function unlessInherited(typed: unknown, { inherited }: OpenedForm): unknown {
  const isSame =
    inherited.precheck !== undefined &&
    canonicalJson(typed) === canonicalJson(inherited.precheck);
  return isSame ? undefined : typed;
}

type Saving = {
  readonly values: PrecheckValues;
  /** Unchecked; undefined says nothing. */
  readonly precheck: unknown;
};

async function save(
  request: PortalRequest,
  form: OpenedForm,
  { values, precheck }: Saving,
): Promise<Reply> {
  const { context, locale } = request;
  const again = (errors: ReadonlyMap<string, string>) =>
    precheckPage({ locale, form, values, errors });
  const content = withoutUndefined({ ...form.overlay, precheck });
  const read = readOverlay(content);
  if (!read.ok) return again(faultsOf(read.faults, locale));
  const formKey = form.definition.key;
  const tried = await openForm(context, { formKey, tried: read.overlay });
  const errors = tried.ok
    ? errorsInRules(tried.value, locale)
    : new Map<string, string>();
  if (errors.size > 0) return again(errors);
  return saveChange(request, {
    form,
    content,
    next: editorPaths.section(formKey, "vorab-check"),
    again: (texts) => again(new Map(texts.map((text) => ["main", text]))),
  });
}
