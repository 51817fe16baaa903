import { callRoute } from "../../../shell/web/call-route.ts";
import type { Route } from "../../../shell/web/route.ts";
import type { Inbox } from "../domain/inbox.ts";
import { ring } from "../use-cases/ring.ts";
import { callPath } from "./arrivals-paths.ts";

/** Where a source's service says that something new has come. A call that comes again wakes again, which does no harm. */
export const sourceCallRoute = ({
  inboxes,
}: {
  readonly inboxes: ReadonlyMap<string, Inbox>;
}): Route =>
  callRoute({
    path: callPath(":id"),
    hear: async (context, sourceId, call) =>
      (await ring(context, { sourceId, call }, inboxes)) ? "heard" : "refused",
  });
