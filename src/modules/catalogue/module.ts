import type { ModuleContribution } from "../../shell/module.ts";
import { keepPlansHandler } from "./jobs/keep-plans.ts";
import { publishPlannedHandler } from "./jobs/publish-planned.ts";
import { remindOfReviewsHandler } from "./jobs/remind-of-reviews.ts";
import type { EditorNotices } from "./use-cases/editor-notices.ts";
import type { CataloguePorts } from "./web/found-leistungen.ts";
import { followAboveHandler, type FollowPorts } from "./jobs/follow-above.ts";
import { feedJob } from "./jobs/feed-job.ts";
import type { FeedPorts } from "./use-cases/fetch-delivery.ts";
import { importRoutes } from "./web/import-routes.ts";
import { listShownLinks } from "./use-cases/list-shown-links.ts";
import { catalogueRoutes } from "./web/routes.ts";
import { showNowhere } from "./web/show-nowhere.ts";

/** Start of a portal and its Leistungen, and the jobs that fetch them, publish what is planned and say what is to be looked at. */
export function catalogueModule(
  ports: CataloguePorts &
    FeedPorts &
    FollowPorts & { readonly notices: EditorNotices },
): ModuleContribution {
  return {
    name: "catalogue",
    routes: [...catalogueRoutes(ports), ...importRoutes(ports)],
    jobs: [
      feedJob(ports),
      publishPlannedHandler(ports.notices),
      keepPlansHandler(),
      followAboveHandler(ports),
      remindOfReviewsHandler(ports.notices),
    ],
  };
}

export type { CataloguePorts, EditorNotices, FeedPorts, FollowPorts };

export { listShownLinks, showNowhere };
