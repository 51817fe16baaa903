import { callRoute } from "../../../shell/web/call-route.ts";
import type { Route } from "../../../shell/web/route.ts";
import type { Connector } from "../domain/connector.ts";
import { hearCall } from "../use-cases/hear-call.ts";
import { callPath } from "./list-address.ts";

/** Where a destination's service says that something is new about what was delivered. */
export const destinationCallRoute = ({
  connectors,
}: {
  readonly connectors: ReadonlyMap<string, Connector>;
}): Route =>
  callRoute({
    path: callPath(":id"),
    hear: (context, destinationId, call) =>
      hearCall(context, { destinationId, call }, connectors),
  });
