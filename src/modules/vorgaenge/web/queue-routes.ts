import {
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { workStart } from "../../../shell/web/work-navigation.ts";
import { listNotices } from "../use-cases/list-notices.ts";
import { listVorgaenge } from "../use-cases/list-vorgaenge.ts";
import { queuePage } from "./queue-page.ts";
import { readQueueQuery } from "../domain/queue-query.ts";
import { staffRoute } from "./staff-route.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** The list of Vorgänge. */
export function queueRoutes(): readonly Route[] {
  return [staffRoute("GET", vorgaengePaths.queue, showQueue)];
}

async function showQueue(request: PortalRequest): Promise<Reply> {
  const { context, locale } = request;
  const query = readQueueQuery(request.query);
  const result = await listVorgaenge(context, query);
  if (!result.ok) return redirect(startOf(request));
  return queuePage({
    locale,
    now: context.now,
    query,
    ownId: context.actor.id,
    queue: result.value,
    notices: await listNotices(context),
  });
}

/** Where somebody without access to Vorgänge goes from the workplace's first page. */
function startOf({ portal, staff }: PortalRequest): string {
  return workStart(staff ?? { permissions: [] }, portal);
}
