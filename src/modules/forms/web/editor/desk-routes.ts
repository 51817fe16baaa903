import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import { workStart } from "../../../../shell/web/work-navigation.ts";
import { overlayJsonSchema } from "../../overlay-schema.ts";
import { importForm } from "../../use-cases/import-form.ts";
import { listForms } from "../../use-cases/list-forms.ts";
import { editorPaths } from "./editor-paths.ts";
import { importFields, importPage } from "./import-page.ts";
import { listPage } from "./list-page.ts";
import { staffRoute } from "./with-form.ts";

/** List of the forms, and bringing one in. */
export function deskRoutes(): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/verwaltung",
      audience: "staff",
      scope: "any",
      handle: (request) => Promise.resolve(redirect(startOf(request))),
    },
    staffRoute("GET", editorPaths.root, {
      permission: "forms.read",
      handle: showList,
    }),
    staffRoute("GET", editorPaths.overlaySchema, {
      permission: "forms.read",
      handle: () =>
        Promise.resolve({
          kind: "json",
          status: 200,
          body: JSON.parse(overlayJsonSchema()) as unknown,
        }),
    }),
    staffRoute("GET", editorPaths.import, {
      permission: "forms.edit",
      handle: ({ locale }) =>
        Promise.resolve(importPage({ kind: "none" }, locale)),
    }),
    {
      ...staffRoute("POST", editorPaths.import, {
        permission: "forms.edit",
        handle: importDocuments,
      }),
      readsDocuments: true,
      refuseDocuments: ({ locale }) =>
        importPage({ kind: "too-large" }, locale),
    },
  ];
}

/** The forms; for who has none of them to read, such as an auditor, the first page of their own. */
function startOf({ context, portal, staff }: PortalRequest): string {
  return context.actor.may("forms.read")
    ? editorPaths.root
    : workStart(staff ?? { permissions: [] }, portal);
}

async function showList({ context, locale }: PortalRequest): Promise<Reply> {
  const listed = await listForms(context);
  return listed.ok ? listPage(listed.value, locale) : showError(403);
}

async function importDocuments(request: PortalRequest): Promise<Reply> {
  const { context, locale, documents = [] } = request;
  const read = documents.map(({ field, filename, content }) => ({
    field,
    name: filename,
    content,
  }));
  const schema = read.find(({ field }) => field === importFields.schema);
  if (!schema) return importPage({ kind: "schema-missing" }, locale);
  const imported = await importForm(context, {
    schema,
    codeLists: read.filter(({ field }) => field === importFields.lists),
    missingCodeLists: request.fields.has(importFields.withoutLists)
      ? "as-text"
      : "refuse",
  });
  if (imported.ok) {
    const form = imported.value;
    const href = editorPaths.form(form.definition.key);
    return importPage({ kind: "imported", form, href }, locale);
  }
  return imported.refusal.kind === "not-permitted"
    ? showError(403)
    : importPage(
        { kind: "refused", messages: imported.refusal.messages },
        locale,
      );
}
