import { isId } from "../../../platform/values/id.ts";
import { readCall } from "../../../shell/web/read-call.ts";
import type { Raw, Route } from "../../../shell/web/route.ts";
import type { Connector } from "../domain/connector.ts";
import { hearCall } from "../use-cases/hear-call.ts";
import { callPath } from "./list-address.ts";

/** What authenticates calls, for all connectors that hear them. */
const headerNames = ["callback-timestamp", "callback-authentication"];

const statuses = { heard: 200, repeated: 409, refused: 401 } as const;

/** Where a service outside says that something is new. Whoever cannot prove to be that service gets 401, whatever there is. */
export function callRoute({
  connectors,
}: {
  readonly connectors: ReadonlyMap<string, Connector>;
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
      const { context, params } = request;
      const call = await readCall(request, headerNames);
      const destinationId = params["id"] ?? "";
      if (!call || !isId(destinationId)) return answer(401);
      const given = { destinationId, call };
      return answer(statuses[await hearCall(context, given, connectors)]);
    },
  };
}

const answer = (status: number): Raw => ({
  kind: "raw",
  status,
  headers: { "content-type": "text/plain; charset=utf-8" },
  body: "",
});
