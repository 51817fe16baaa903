import type { ModuleContribution } from "../../shell/module.ts";
import { releaseHandler } from "./jobs/release.ts";
import type { BescheidePorts } from "./ports.ts";
import { bescheidRoutes } from "./web/bescheid-routes.ts";
import { rulesRoutes } from "./web/rules-routes.ts";
import { textRoutes } from "./web/text-routes.ts";
import { sealedTables } from "./sealed-tables.ts";

export type { BescheidePorts, TextPorts } from "./ports.ts";

/** Bescheide: texts and templates, writing, releasing by two persons, seal. */
export function bescheideModule(ports: BescheidePorts): ModuleContribution {
  return {
    name: "bescheide",
    sealed: sealedTables,
    routes: [
      ...bescheidRoutes(ports),
      ...rulesRoutes(ports),
      ...textRoutes(ports),
    ],
    jobs: [releaseHandler(ports)],
  };
}
