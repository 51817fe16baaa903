import type { ModuleContribution } from "../../shell/module.ts";
import type { PostfachPorts } from "./ports.ts";
import { followUpHandler, notifyHandler, sumUpHandler } from "./jobs/notify.ts";
import { mirrorHandler } from "./jobs/mirror.ts";
import { scanDocumentsHandler } from "./jobs/scan-documents.ts";
import { postfachRoutes } from "./web/postfach-routes.ts";
import { sealedTables } from "./sealed-tables.ts";

export type { PostfachPorts } from "./ports.ts";

/** The Postfach of accounts and, behind private links, of guests. */
export function postfachModule(ports: PostfachPorts): ModuleContribution {
  return {
    name: "postfach",
    sealed: sealedTables,
    routes: postfachRoutes(ports),
    jobs: [
      scanDocumentsHandler(ports),
      notifyHandler(ports),
      followUpHandler(ports),
      sumUpHandler(ports),
      mirrorHandler(ports),
    ],
  };
}
