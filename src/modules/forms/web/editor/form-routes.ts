import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { FormsPorts } from "../../ports.ts";
import { readDraftImpact } from "../../use-cases/draft-impact.ts";
import { listFormUsage } from "../../use-cases/list-form-usage.ts";
import { mayPublishForms } from "../../use-cases/may-forms.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { publishForm } from "../../use-cases/publish-form.ts";
import { withdrawForm } from "../../use-cases/withdraw-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { jsonField, jsonPage } from "./json-page.ts";
import { readJson } from "./read-json.ts";
import { saveChange } from "./overlay-form.ts";
import { overviewPage } from "./overview-page.ts";
import { publishFields, type Refused } from "./publication-section.ts";
import {
  doneOf,
  editorRoute,
  readerRoute,
  staffRoute,
  withForm,
} from "./with-form.ts";

/** Overview of a form, its publication, and the overlay as a document. */
export function formRoutes(ports: FormsPorts): readonly Route[] {
  const permission = "forms.publish";
  return [
    readerRoute(editorPaths.form(":name"), (request, form) =>
      overview(request, form, { ports }),
    ),
    staffRoute("POST", editorPaths.publish(":name"), {
      permission,
      handle: (request) =>
        withForm(request, (_, form) => publish(request, form, ports)),
    }),
    staffRoute("POST", editorPaths.withdraw(":name"), {
      permission,
      handle: withdraw,
    }),
    readerRoute(editorPaths.section(":name", "json"), (request, form) =>
      jsonPage({ locale: request.locale, form, done: doneOf(request) }),
    ),
    editorRoute(editorPaths.section(":name", "json"), saveJson),
  ];
}

async function overview(
  request: PortalRequest,
  form: OpenedForm,
  {
    ports,
    refused,
  }: { readonly ports: FormsPorts; readonly refused?: Refused },
): Promise<Reply> {
  const { context, locale } = request;
  const formKey = form.definition.key;
  const [usage, impact] = await Promise.all([
    listFormUsage(context, formKey),
    readDraftImpact(context, ports, form),
  ]);
  return overviewPage({
    locale,
    form,
    usage,
    impact,
    refused,
    mayPublish: mayPublishForms(context),
    done: doneOf(request),
  });
}

async function publish(
  request: PortalRequest,
  form: OpenedForm,
  ports: FormsPorts,
): Promise<Reply> {
  const formVersionId = request.fields.get(publishFields.version) ?? "";
  // Only a version of this form, as its page offered it.
  if (!form.versions.some((each) => each.formVersionId === formVersionId))
    return showError(404);
  const replacesDrafts = request.fields.has(publishFields.replacesDrafts);
  const published = await publishForm(request.context, {
    formVersionId,
    replacesDrafts,
  });
  if (published.ok)
    return redirect(
      `${editorPaths.form(form.definition.key)}?fertig=published`,
    );
  switch (published.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "form-version-unknown":
      return showError(404);
    case "not-publishable":
      return overview(request, form, { ports, refused: { replacesDrafts } });
  }
}

async function withdraw({ context, params }: PortalRequest): Promise<Reply> {
  const formKey = params["name"] ?? "";
  const withdrawn = await withdrawForm(context, formKey);
  // Not published any more is what was asked for: a second click, or a colleague's.
  return !withdrawn.ok && withdrawn.refusal.kind === "not-permitted"
    ? showError(403)
    : redirect(`${editorPaths.form(formKey)}?fertig=withdrawn`);
}

async function saveJson(
  request: PortalRequest,
  form: OpenedForm,
): Promise<Reply> {
  const { fields, locale } = request;
  const typed = fields.get(jsonField) ?? "";
  const again = (errors: readonly string[]) =>
    jsonPage({ locale, form, typed, errors });
  const content = readJson(typed) ?? { value: undefined };
  if ("reason" in content)
    return again([editorTexts(locale)("json.not-json", content)]);
  return saveChange(request, {
    form,
    content: content.value,
    next: editorPaths.section(form.definition.key, "json"),
    again,
  });
}
