import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { workStart } from "../../../shell/web/work-navigation.ts";
import { listNotices } from "../use-cases/list-notices.ts";
import { listVorgaenge } from "../use-cases/list-vorgaenge.ts";
import { createLiveQueue, type LiveQueue } from "./live-queue.ts";
import { sinceField } from "./live-notice.ts";
import { queuePage } from "./queue-page.ts";
import { readQueueQuery, type QueueQuery } from "../domain/queue-query.ts";
import type { UnfinishedBatch } from "./queue-page-props.ts";
import { staffRoute } from "./staff-route.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** The list of Vorgänge. */
export function queueRoutes(): readonly Route[] {
  const live = createLiveQueue({ everyMs: 3_000 });
  return [
    staffRoute("GET", vorgaengePaths.queue, showQueue),
    staffRoute("GET", vorgaengePaths.news, (request) =>
      Promise.resolve(tellNews(request, live)),
    ),
  ];
}

function showQueue(request: PortalRequest): Promise<Reply> {
  return answerQueue(request, { query: readQueueQuery(request.query) });
}

/** The list; with what is lacking where a batch could not be shown. */
export async function answerQueue(
  request: PortalRequest,
  {
    query,
    batch,
  }: { readonly query: QueueQuery; readonly batch?: UnfinishedBatch },
): Promise<Reply> {
  const { context, locale } = request;
  const result = await listVorgaenge(context, query);
  if (!result.ok) return redirect(startOf(request));
  return queuePage({
    locale,
    now: context.now,
    query,
    ownId: context.actor.id,
    queue: result.value,
    notices: await listNotices(context),
    mayEdit: context.actor.may("vorgang.edit"),
    mayShare: context.actor.may("view.share"),
    batch,
  });
}

/** One connection for each open list; without the permission none. */
function tellNews({ context, query }: PortalRequest, live: LiveQueue): Reply {
  if (!context.actor.may("vorgang.read")) return showError(404);
  const list = { ...readQueueQuery(query), after: undefined };
  const since = new Date(Number(query.get(sinceField)) || context.now);
  return {
    kind: "events",
    open: (send) =>
      live.follow(context, { list, since }, (count) => {
        send("news", String(count));
      }),
  };
}

/** Where somebody without access to Vorgänge goes from the workplace's first page. */
function startOf({ portal, staff }: PortalRequest): string {
  return workStart(staff ?? { permissions: [] }, portal);
}
