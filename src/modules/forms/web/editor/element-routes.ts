import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import type {
  FormDefinition,
  FormElement,
} from "../../domain/form-definition.ts";
import { withElement } from "../../domain/overlay/edit-overlay.ts";
import { findElement } from "../../domain/overlay/element-paths.ts";
import { ownProperty } from "../../domain/overlay/layers.ts";
import type { ElementChange } from "../../domain/overlay/overlay.ts";
import { readOverlay } from "../../overlay-schema.ts";
import { openForm, type OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { errorsAtElement, faultsAtElement } from "./element-errors.ts";
import { elementPage } from "./element-page.ts";
import { changeOf, valuesOf } from "./element-values.ts";
import { moved, moveField } from "./order-section.ts";
import { saveChange } from "./overlay-form.ts";
import { structurePage } from "./structure-page.ts";
import {
  translationValues,
  withTypedTranslations,
} from "./translation-inputs.ts";
import type { ElementValues } from "./typed-values.ts";
import { doneOf, editorRoute, readerRoute } from "./with-form.ts";

/** Structure of a form and its elements. */
export function elementRoutes(): readonly Route[] {
  return [
    readerRoute(editorPaths.section(":name", "struktur"), (request, form) =>
      structurePage({ locale: request.locale, form, done: doneOf(request) }),
    ),
    readerRoute(editorPaths.element(":name", ":element"), (request, form) =>
      withElementOf(request, form, (at) =>
        elementPage({
          ...at,
          values: storedValues(at),
          errors: new Map(),
          done: doneOf(request),
        }),
      ),
    ),
    editorRoute(editorPaths.element(":name", ":element"), (request, form) =>
      withElementOf(request, form, (at) => saveElement(request, at)),
    ),
    editorRoute(
      editorPaths.elementOrder(":name", ":element"),
      (request, form) =>
        withElementOf(request, form, (at) => saveOrder(request, at)),
    ),
  ];
}

type At = {
  readonly locale: PortalRequest["locale"];
  readonly form: OpenedForm;
  readonly path: string;
  readonly inherited: FormElement;
};

function withElementOf(
  { params, locale }: PortalRequest,
  form: OpenedForm,
  handle: (at: At) => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  const path = params["element"] ?? "";
  // What an authority above dropped is still in the form as it was imported.
  const inherited =
    elementAt(form.inherited, path) ?? elementAt(form.base.definition, path);
  return inherited ? handle({ locale, form, path, inherited }) : showError(404);
}

function elementAt(
  { pages }: FormDefinition,
  path: string,
): FormElement | undefined {
  return findElement(
    pages.flatMap(({ elements }) => elements),
    path,
  );
}

function storedValues({ form, path, inherited }: At): ElementValues {
  const own = ownProperty(form.overlay.elements, path) ?? {};
  return {
    ...valuesOf(inherited, own),
    ...translationValues(form.overlay, path),
  };
}

async function saveElement(request: PortalRequest, at: At): Promise<Reply> {
  const { form, path, inherited } = at;
  const values = {
    ...Object.fromEntries(request.fields),
    // Several boxes of one name.
    mediaTypes: request.fields.getAll("mediaTypes").join("\n"),
  };
  const again = (errors: ReadonlyMap<string, string>) =>
    elementPage({ ...at, values, errors });
  const change = changeOf(values, inherited);
  const stored = ownProperty(form.overlay.elements, path);
  const kept = stored && keptOf(stored, values);
  const read = readOverlay({
    ...form.overlay,
    elements: {
      ...form.overlay.elements,
      [path]: { ...kept, ...(typeof change === "object" ? change : {}) },
    },
  });
  if (!read.ok) return again(faultsAtElement(read.faults, path, at.locale));
  const content = withTypedTranslations(
    withElement(read.overlay, path, read.overlay.elements?.[path] ?? {}),
    path,
    values,
  );
  const tried = await openForm(request.context, {
    formKey: form.definition.key,
    tried: content,
  });
  const errors = tried.ok
    ? errorsAtElement(tried.value, path, at.locale)
    : new Map<string, string>();
  if (errors.size > 0) return again(errors);
  return saveChange(request, {
    form,
    content,
    next: editorPaths.element(form.definition.key, path),
    again: (texts) => again(new Map(texts.map((text) => ["", text]))),
  });
}

/** What the page has no input for: reorderings are made with the buttons below, and not every type can be offered by browsers. */
function keptOf(
  { order, autocomplete }: ElementChange,
  values: ElementValues,
): ElementChange {
  const isTyped = values["autocomplete"] !== undefined;
  return {
    ...(order === undefined ? {} : { order }),
    ...(autocomplete === undefined || isTyped ? {} : { autocomplete }),
  };
}

async function saveOrder(request: PortalRequest, at: At): Promise<Reply> {
  const { form, path, inherited } = at;
  const shown = elementAt(form.definition, path) ?? inherited;
  if (shown.kind !== "group") return showError(404);
  const keys = shown.elements.map(({ key }) => key);
  const order = moved(keys, request.fields.get(moveField));
  const change = ownProperty(form.overlay.elements, path) ?? {};
  return saveChange(request, {
    form,
    content: withElement(form.overlay, path, { ...change, order }),
    next: editorPaths.element(form.definition.key, path),
    again: (texts) =>
      elementPage({
        ...at,
        values: storedValues(at),
        errors: new Map(texts.map((text) => ["", text])),
      }),
  });
}
