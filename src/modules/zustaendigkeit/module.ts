import type { ModuleContribution } from "../../shell/module.ts";
import { ruleRoutes, type RulePorts } from "./web/rule-routes.ts";
import { whoRoutes, type WhoPorts } from "./web/who-routes.ts";

export type ZustaendigkeitPorts = RulePorts & WhoPorts;

/** Who receives what: the rules of each authority, and the page for everybody that says who is responsible. */
export function zustaendigkeitModule(
  ports: ZustaendigkeitPorts,
): ModuleContribution {
  return {
    name: "zustaendigkeit",
    routes: [...ruleRoutes(ports), ...whoRoutes(ports)],
    jobs: [],
  };
}
