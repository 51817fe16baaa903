import type { ModuleContribution } from "../../shell/module.ts";
import { keepPlansHandler } from "./jobs/keep-plans.ts";
import { publishPlannedHandler } from "./jobs/publish-planned.ts";
import { remindOfReviewsHandler } from "./jobs/remind-of-reviews.ts";
import type { EditorNotices } from "./use-cases/editing/editor-notices.ts";
import type { CataloguePorts } from "./web/found-leistungen.ts";
import { followAboveHandler, type FollowPorts } from "./jobs/follow-above.ts";
import { listShownLinks } from "./use-cases/list-shown-links.ts";
import { catalogueRoutes } from "./web/routes.ts";
import { showNowhere } from "./web/show-nowhere.ts";

/** Start of a portal and its Leistungen, and the jobs that publish what is planned and say what is to be looked at. */
export function catalogueModule(
  ports: CataloguePorts & FollowPorts & { readonly notices: EditorNotices },
): ModuleContribution {
  return {
    name: "catalogue",
    routes: catalogueRoutes(ports),
    jobs: [
      publishPlannedHandler(ports.notices),
      keepPlansHandler(),
      followAboveHandler(ports),
      remindOfReviewsHandler(ports.notices),
    ],
  };
}

export type { CataloguePorts, EditorNotices, FollowPorts };

export { listShownLinks, showNowhere };
/** Where editors write a Leistung, and what a part of its content is called there. */
export { editPath, inputLabel } from "./web/editor/editor-labels.ts";
