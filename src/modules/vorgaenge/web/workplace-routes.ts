import type { Route } from "../../../shell/web/route.ts";
import type { VorgaengePorts } from "../ports.ts";
import { assignmentRoutes } from "./assignment-routes.ts";
import { attachmentRoutes } from "./attachment-routes.ts";
import { batchRoutes } from "./batch-routes.ts";
import { escalationRoutes } from "./escalation-routes.ts";
import { handOverRoutes } from "./hand-over-routes.ts";
import { labelRoutes } from "./label-routes.ts";
import { layoutRoutes } from "./layout-routes.ts";
import { linkRoutes } from "./link-routes.ts";
import { noteRoutes } from "./note-routes.ts";
import { opinionRoutes } from "./opinion-routes.ts";
import { queueRoutes } from "./queue-routes.ts";
import { periodRoutes } from "./period-routes.ts";
import { stepRoutes } from "./step-routes.ts";
import { vorgangRoutes } from "./vorgang-routes.ts";

/** The caseworker's pages: queue, Vorgang, its files, and what is done to it. */
export function workplaceRoutes(ports: VorgaengePorts): readonly Route[] {
  return [
    ...queueRoutes(),
    ...escalationRoutes(ports),
    ...layoutRoutes(),
    ...batchRoutes(),
    ...vorgangRoutes(ports),
    ...stepRoutes(ports),
    ...periodRoutes(ports),
    ...assignmentRoutes(ports),
    ...attachmentRoutes(ports),
    ...labelRoutes(),
    ...noteRoutes(ports),
    ...linkRoutes(ports),
    ...opinionRoutes(ports),
    ...handOverRoutes(ports),
  ];
}
