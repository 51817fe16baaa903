import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { columnKeys } from "../domain/queue-layout.ts";
import { readQueueQuery } from "../domain/queue-query.ts";
import {
  changeLayout,
  removeView,
  saveView,
  type SaveViewRefusal,
} from "../use-cases/change-worklist.ts";
import { readWorklist } from "../use-cases/read-worklist.ts";
import { layoutFields, layoutPage } from "./layout-page.ts";
import { queueHref } from "./queue-href.ts";
import { viewFields } from "./queue-views.ts";
import { staffRoute } from "./staff-route.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** How somebody wants their list, and the lists they keep. */
export function layoutRoutes(): readonly Route[] {
  return [
    staffRoute("GET", vorgaengePaths.layout, (request) => showLayout(request)),
    staffRoute("POST", vorgaengePaths.layout, submitLayout),
    staffRoute("POST", vorgaengePaths.views, submitView),
    staffRoute("POST", vorgaengePaths.viewRemoval(":id"), submitRemoval),
  ];
}

async function showLayout(
  { context, locale }: PortalRequest,
  problem?: SaveViewRefusal["kind"],
): Promise<Reply> {
  const worklist = await readWorklist(context);
  if (!worklist.ok) return showError(404);
  const ownId = context.actor.id;
  return layoutPage({ locale, ownId, problem, worklist: worklist.value });
}

async function submitLayout({
  context,
  fields,
}: PortalRequest): Promise<Reply> {
  const placeOf = (key: string) =>
    Number(fields.get(layoutFields.place(key)) ?? "");
  const columns = columnKeys
    .filter((key) => placeOf(key) > 0)
    .toSorted((one, other) => placeOf(one) - placeOf(other));
  const hasShortcuts = fields.get(layoutFields.shortcuts) === "ja";
  const result = await changeLayout(context, { columns, hasShortcuts });
  return result.ok ? redirect(vorgaengePaths.queue) : showError(404);
}

async function submitView(request: PortalRequest): Promise<Reply> {
  const { context, fields } = request;
  const query = fields.get(viewFields.query) ?? "";
  const result = await saveView(context, {
    name: fields.get(viewFields.name) ?? "",
    query,
    teamId: fields.get(viewFields.team) ?? "",
  });
  return result.ok
    ? redirect(queueHref(readQueueQuery(new URLSearchParams(query))))
    : showLayout(request, result.refusal.kind);
}

async function submitRemoval({
  context,
  params,
}: PortalRequest): Promise<Reply> {
  await removeView(context, params["id"] ?? "");
  return redirect(vorgaengePaths.layout);
}
