import { isId } from "../../../platform/values/id.ts";
import { readCall } from "../../../shell/web/read-call.ts";
import type { Raw, Route } from "../../../shell/web/route.ts";
import type { Inbox } from "../domain/inbox.ts";
import { ring } from "../use-cases/ring.ts";
import { callPath } from "./arrivals-paths.ts";

/** Where a service outside says that something is new. Whoever cannot prove that it is that service gets 401, whatever there is. */
export function callRoute({
  inboxes,
}: {
  readonly inboxes: ReadonlyMap<string, Inbox>;
}): Route {
  return {
    method: "POST",
    path: callPath(":id"),
    audience: "guest",
    isRaw: true,
    // Programs say no origin; what counts is the signature.
    acceptsCrossSite: true,
    guessable: true,
    handle: async (request) => {
      const call = await readCall(request, headerNames);
      const sourceId = request.params["id"] ?? "";
      const isTaken =
        call !== undefined &&
        isId(sourceId) &&
        (await ring(request.context, { sourceId, call }, inboxes));
      return answer(isTaken ? 200 : 401);
    },
  };
}

const answer = (status: number): Raw => ({
  kind: "raw",
  status,
  headers: { "content-type": "text/plain; charset=utf-8" },
  body: "",
});

const headerNames = ["callback-timestamp", "callback-authentication"];
