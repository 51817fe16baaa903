import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import {
  compareCodeLists,
  withNewerCodeList,
} from "../../use-cases/compare-code-lists.ts";
import {
  compareVersions,
  readUnpublishedChanges,
} from "../../use-cases/compare-versions.ts";
import { listExportFiles } from "../../use-cases/list-export-files.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { listField } from "./code-lists-section.ts";
import { editorPaths } from "./editor-paths.ts";
import { saveChange } from "./overlay-form.ts";
import { versionsPage } from "./versions-page.ts";
import { doneOf, editorRoute, readerRoute } from "./with-form.ts";

/** Imported versions, taking over a newer one, and the export. */
export function versionsRoutes(): readonly Route[] {
  const path = editorPaths.section(":name", "fassungen");
  return [
    readerRoute(path, (request, form) => showVersions(request, form)),
    editorRoute(path, takeOver),
    readerRoute(editorPaths.export(":name"), sendExport),
  ];
}

async function showVersions(
  request: PortalRequest,
  form: OpenedForm,
  error?: string,
): Promise<Reply> {
  const { context, locale } = request;
  return versionsPage({
    locale,
    form,
    comparisons: await compareVersions(context, form),
    codeLists: await compareCodeLists(context, form),
    unpublished: await readUnpublishedChanges(context, form),
    files: listExportFiles(form.definition, context.now),
    done: doneOf(request),
    ...(error === undefined ? {} : { error }),
  });
}

/** Writes the own overlay for the other version; what it shows changes only when it is published. */
async function takeOver(
  request: PortalRequest,
  form: OpenedForm,
): Promise<Reply> {
  const urn = request.fields.get(listField);
  if (urn !== null) return takeOverList(request, form, urn);
  const wanted = request.fields.get("fassung");
  const comparisons = await compareVersions(request.context, form);
  const comparison = comparisons.find(
    ({ version }) => version.formVersionId === wanted,
  );
  if (!comparison) return showError(404);
  return saveChange(request, {
    form,
    content: comparison.rebased,
    next: editorPaths.form(form.definition.key),
    again: ([error]) => showVersions(request, form, error),
  });
}

/** The fields that use the list offer its newer codes from the next publication on. */
async function takeOverList(
  request: PortalRequest,
  form: OpenedForm,
  path: string,
): Promise<Reply> {
  const lists = await compareCodeLists(request.context, form);
  const list = lists.find((each) => each.newer && each.paths.includes(path));
  if (!list) return showError(404);
  return saveChange(request, {
    form,
    content: withNewerCodeList(form, list),
    next: editorPaths.section(form.definition.key, "fassungen"),
    again: ([error]) => showVersions(request, form, error),
  });
}

function sendExport(
  { context, query }: PortalRequest,
  form: OpenedForm,
): Reply {
  const files = listExportFiles(form.definition, context.now);
  const wanted = query.get("datei");
  const file =
    wanted === null ? files[0] : files.find(({ name }) => name === wanted);
  if (!file) return showError(404);
  return {
    kind: "download",
    contentType: "application/xml",
    filename: file.name,
    disposition: "attachment",
    body: Buffer.from(file.xml),
  };
}
