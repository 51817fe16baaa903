import type {
  PortalRequest,
  Reply,
  Route,
} from "../../../../shell/web/route.ts";
import { withoutUndefined } from "../../../../platform/values/without-undefined.ts";
import type { FormPage } from "../../domain/form-definition.ts";
import { withPage } from "../../domain/overlay/edit-overlay.ts";
import { ownProperty } from "../../domain/overlay/layers.ts";
import type { Overlay, PageChange } from "../../domain/overlay/overlay.ts";
import { describeRuleFinding } from "../../use-cases/describe-rules.ts";
import { openForm, type OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { moved, moveField } from "./order-section.ts";
import { saveChange } from "./overlay-form.ts";
import { newPage, pageFields, pagesPage } from "./pages-page.ts";
import { doneOf, editorRoute, readerRoute } from "./with-form.ts";

/** Pages of a form and their order. */
export function pagesRoutes(): readonly Route[] {
  const path = editorPaths.section(":name", "seiten");
  return [
    readerRoute(path, (request, form) =>
      pagesPage({ locale: request.locale, form, done: doneOf(request) }),
    ),
    editorRoute(path, savePages),
  ];
}

async function savePages(
  request: PortalRequest,
  form: OpenedForm,
): Promise<Reply> {
  const { fields, context, locale } = request;
  const content = changed(fields, form);
  const again = (errors: ReadonlyMap<string, string>) =>
    pagesPage({
      locale,
      form,
      input: { values: Object.fromEntries(fields), errors },
    });
  const formKey = form.definition.key;
  const tried = await openForm(context, { formKey, tried: content });
  const errors = tried.ok
    ? errorsAtPage(tried.value, fields, locale)
    : new Map<string, string>();
  if (errors.size > 0) return again(errors);
  return saveChange(request, {
    form,
    content,
    next: editorPaths.section(formKey, "seiten"),
    again: (texts) => again(new Map(texts.map((text) => ["main", text]))),
  });
}

function errorsAtPage(
  { report, definition }: OpenedForm,
  fields: URLSearchParams,
  locale: PortalRequest["locale"],
): Map<string, string> {
  const key = fields.get(pageFields.page);
  const fieldId = `${pageFields.visibleWhen}-${fields.get("nummer") ?? "0"}`;
  return new Map(
    report.ruleFindings
      .filter(
        ({ place, severity }) =>
          severity === "error" && place.kind === "page" && place.at === key,
      )
      .map((finding) => [
        fieldId,
        describeRuleFinding(definition, finding, locale),
      ]),
  );
}

/** The overlay after what was asked for; as it was where nothing sensible was. */
function changed(fields: URLSearchParams, form: OpenedForm): Overlay {
  const { overlay, definition } = form;
  const move = fields.get(moveField);
  const page = definition.pages.find(
    ({ key }) => key === fields.get(pageFields.page),
  );
  if (fields.get(pageFields.action) === "aufteilen")
    return withLayout(overlay, fields.get(pageFields.layout));
  if (!page) return overlay;
  if (move !== null)
    return fields.has(pageFields.element)
      ? withElements(overlay, page, moved(keysOf(page), move))
      : {
          ...overlay,
          pageOrder: moved(
            definition.pages.map(({ key }) => key),
            move,
          ),
        };
  return fields.get(pageFields.action) === "umziehen"
    ? withMoved(fields, page, form)
    : withTexts(fields, page, form);
}

function withLayout(overlay: Overlay, typed: string | null): Overlay {
  const { layout: _layout, ...rest } = overlay;
  return typed === "per-group" || typed === "per-field"
    ? { ...rest, layout: typed }
    : rest;
}

const keysOf = ({ elements }: FormPage) => elements.map(({ key }) => key);

function withElements(
  overlay: Overlay,
  { key }: Pick<FormPage, "key">,
  elements: readonly string[],
): Overlay {
  return withPage(overlay, key, {
    ...ownProperty(overlay.pages, key),
    elements,
  });
}

/** Takes the element from its page first: a page that still names it would get it back. */
function withMoved(
  fields: URLSearchParams,
  page: FormPage,
  { overlay, definition }: OpenedForm,
): Overlay {
  const element = fields.get(pageFields.element) ?? "";
  const target = fields.get(pageFields.target);
  const keys = keysOf(page);
  const to = definition.pages.find(({ key }) => key === target);
  if (!keys.includes(element) || (!to && target !== newPage)) return overlay;
  const left = withElements(
    overlay,
    page,
    keys.filter((key) => key !== element),
  );
  const key = to?.key ?? freeKey(definition.pages);
  return withElements(left, { key }, [...(to ? keysOf(to) : []), element]);
}

function freeKey(pages: readonly FormPage[]): string {
  const taken = new Set(pages.map(({ key }) => key));
  for (let number = pages.length + 1; ; number += 1)
    if (!taken.has(`seite-${String(number)}`)) return `seite-${String(number)}`;
}

function withTexts(
  fields: URLSearchParams,
  { key }: FormPage,
  { overlay, inherited }: OpenedForm,
): Overlay {
  const before = inherited.pages.find((page) => page.key === key);
  const said = (name: string, base: string | undefined) => {
    const typed = (fields.get(name) ?? "").trim();
    return typed === (base ?? "") ? undefined : typed;
  };
  const elements = ownProperty(overlay.pages, key)?.elements;
  const change: PageChange = withoutUndefined({
    title: said(pageFields.title, before?.title),
    help: said(pageFields.help, before?.help),
    visibleWhen: said(pageFields.visibleWhen, before?.visibleWhen),
    elements,
  });
  return withPage(overlay, key, change);
}
