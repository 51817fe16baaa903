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
} from "../use-cases/change-worklist.ts";
import { readWorklist } from "../use-cases/read-worklist.ts";
import { viewFields } from "./keep-view-form.ts";
import { layoutFields, layoutPage, type RefusedView } from "./layout-page.ts";
import { queueHref } from "./queue-href.ts";
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
  refused?: RefusedView,
): Promise<Reply> {
  const worklist = await readWorklist(context);
  if (!worklist.ok) return showError(404);
  const { id: ownId } = context.actor;
  const mayShare = context.actor.may("view.share");
  const { value } = worklist;
  return layoutPage({ locale, ownId, mayShare, refused, worklist: value });
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
  const typed = {
    name: fields.get(viewFields.name) ?? "",
    query: fields.get(viewFields.query) ?? "",
    teamId: fields.get(viewFields.team) ?? "",
  };
  const result = await saveView(context, typed);
  return result.ok
    ? redirect(queueHref(readQueueQuery(new URLSearchParams(typed.query))))
    : showLayout(request, { typed, problem: result.refusal.kind });
}

async function submitRemoval({
  context,
  params,
}: PortalRequest): Promise<Reply> {
  await removeView(context, params["id"] ?? "");
  return redirect(vorgaengePaths.layout);
}
