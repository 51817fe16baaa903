import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { Option } from "../../../ui/select.ts";
import { listOffice, listStaffNames } from "../../staff/index.ts";
import { batchActionOf, type BatchAction } from "../domain/batch.ts";
import { readQueueQuery, type QueueQuery } from "../domain/queue-query.ts";
import { readLabelsToSet } from "../use-cases/change-labels.ts";
import {
  itemsOfList,
  previewBatch,
  startBatch,
  type BatchRefusal,
  type PlanBatchInput,
} from "../use-cases/plan-batch.ts";
import { readBatch, readExport } from "../use-cases/read-batch.ts";
import { vorgaengeCsv } from "./batch-csv.ts";
import { batchFields, itemsOf } from "./batch-fields.ts";
import { batchPage, previewPage } from "./batch-pages.ts";
import { colleagueOption } from "./colleague-option.ts";
import { answerQueue } from "./queue-routes.ts";
import { staffRoute } from "./staff-route.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Doing something with many Vorgänge: preview, start, how far it is. */
export function batchRoutes(): readonly Route[] {
  return [
    staffRoute("POST", vorgaengePaths.batchPreview, showPreview),
    staffRoute("POST", vorgaengePaths.batches, submitBatch),
    staffRoute("GET", vorgaengePaths.batch(":id"), showBatch),
    staffRoute("GET", vorgaengePaths.batchCsv(":id"), sendCsv),
  ];
}

async function showPreview(request: PortalRequest): Promise<Reply> {
  const { context, fields } = request;
  const action = batchActionOf(fields.get(batchFields.action) ?? "");
  const query = listOf(fields);
  const isWholeList = fields.get(batchFields.all) === "ja";
  const chosen = itemsOf(fields);
  const items = isWholeList ? await itemsOfList(context, query) : chosen;
  if (action && items.length > 0)
    return answerPreview(request, { action, target: "", items });
  const batch = {
    problem: action ? "nothing-chosen" : "action-missing",
    action: action ?? "",
    chosenIds: new Set(chosen.map(({ vorgangId }) => vorgangId)),
    isWholeList,
  } as const;
  return answerQueue(request, { query, batch });
}

/** The list that things were chosen from. */
function listOf(fields: URLSearchParams): QueueQuery {
  return readQueueQuery(
    new URLSearchParams(fields.get(batchFields.list) ?? ""),
  );
}

async function answerPreview(
  { context, locale, fields }: PortalRequest,
  plan: PlanBatchInput,
  problem?: BatchRefusal["kind"],
): Promise<Reply> {
  const result = await previewBatch(context, plan);
  if (!result.ok)
    return showError(result.refusal.kind === "too-many" ? 413 : 403);
  return previewPage({
    locale,
    query: listOf(fields),
    action: plan.action,
    target: plan.target,
    text: fields.get(batchFields.text) ?? "",
    items: result.value,
    targets: await targetsFor({ context, locale }, plan.action),
    problem,
  });
}

async function targetsFor(
  { context, locale }: Pick<PortalRequest, "context" | "locale">,
  action: BatchAction,
): Promise<readonly Option[]> {
  if (action === "labelled") {
    const labels = await readLabelsToSet(context);
    return labels.ok
      ? labels.value.map(({ id, name }) => ({ value: id, label: name }))
      : [];
  }
  const { colleagues, teams } = await listOffice(context);
  if (action === "assigned")
    return colleagues.map((each) => colleagueOption(each, locale));
  return action === "moved-to-team"
    ? teams.map(({ id, name }) => ({ value: id, label: name }))
    : [];
}

async function submitBatch(request: PortalRequest): Promise<Reply> {
  const { context, fields } = request;
  const action = batchActionOf(fields.get(batchFields.action) ?? "");
  const items = itemsOf(fields);
  if (!action || items.length === 0) return redirect(vorgaengePaths.queue);
  const target = fields.get(batchFields.target) ?? "";
  const text = fields.get(batchFields.text) ?? "";
  const result = await startBatch(context, { action, items, target, text });
  return result.ok
    ? redirect(vorgaengePaths.batch(result.value.id))
    : answerPreview(request, { action, items, target }, result.refusal.kind);
}

async function showBatch({
  context,
  params,
  locale,
}: PortalRequest): Promise<Reply> {
  const read = await readBatch(context, params["id"] ?? "");
  return read ? batchPage(read, locale) : showError(404);
}

async function sendCsv({
  context,
  params,
  locale,
}: PortalRequest): Promise<Reply> {
  const vorgaenge = await readExport(context, params["id"] ?? "");
  if (!vorgaenge) return showError(404);
  const staffIds = vorgaenge.flatMap(({ assigneeId }) => assigneeId ?? []);
  const names = await listStaffNames(context, staffIds);
  return {
    kind: "download",
    contentType: "text/csv; charset=utf-8; header=present",
    filename: "vorgaenge.csv",
    disposition: "attachment",
    body: Buffer.from(vorgaengeCsv(vorgaenge, { locale, names })),
  };
}
