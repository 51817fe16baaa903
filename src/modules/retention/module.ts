import type { ModuleContribution } from "../../shell/module.ts";
import { deleteDueHandler } from "./jobs/delete-due.ts";
import type { RetentionPorts } from "./ports.ts";

export type { RetentionPorts };

/** Terms, the calendar of deletion, holds, and deletion with proof. */
export function retentionModule(ports: RetentionPorts): ModuleContribution {
  return {
    name: "retention",
    routes: [],
    jobs: [deleteDueHandler(ports)],
  };
}
