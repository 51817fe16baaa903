import type { ModuleContribution } from "../../shell/module.ts";
import type { FormsPorts } from "./ports.ts";
import { deskRoutes } from "./web/editor/desk-routes.ts";
import { elementRoutes } from "./web/editor/element-routes.ts";
import { pagesRoutes } from "./web/editor/pages-routes.ts";
import { rulesRoutes } from "./web/editor/rules-routes.ts";
import { factsRoutes } from "./web/editor/facts-routes.ts";
import { precheckRoutes } from "./web/editor/precheck-routes.ts";
import { languagesRoutes } from "./web/editor/languages-routes.ts";
import { examplesRoutes } from "./web/editor/examples-routes.ts";
import { previewRoutes } from "./web/editor/preview-routes.ts";
import { versionsRoutes } from "./web/editor/versions-routes.ts";
import { formRoutes } from "./web/editor/form-routes.ts";

/** The pages on which editors look after forms. */
export function formsModule(ports: FormsPorts): ModuleContribution {
  return {
    name: "forms",
    routes: [
      ...deskRoutes(),
      ...formRoutes(ports),
      ...elementRoutes(),
      ...rulesRoutes(),
      ...pagesRoutes(),
      ...factsRoutes(),
      ...precheckRoutes(),
      ...languagesRoutes(),
      ...examplesRoutes(),
      ...previewRoutes(),
      ...versionsRoutes(),
    ],
    jobs: [],
  };
}
