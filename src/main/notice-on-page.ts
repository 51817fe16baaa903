import {
  createNoticeBoard,
  listPostedNotices,
  noticesAbovePage,
  type NoticeBoard,
} from "../modules/catalogue/index.ts";
import type { WebEnvironment } from "../shell/web/web-environment.ts";
import { tenantsTelling } from "./related-tenants.ts";
import { guestActor, type Services } from "./services.ts";

/** Long where changes are told, short where they are not. */
type Watched = { readonly isWatched: () => boolean };

export function openNoticeBoard(
  services: Pick<Services, "contextFor" | "logger">,
  { isWatched }: Watched,
): NoticeBoard {
  return createNoticeBoard({
    load: (tenantId) =>
      listPostedNotices(services.contextFor({ tenantId, actor: guestActor })),
    onFault: (error) => {
      services.logger.error({ error }, "notices could not be read");
    },
    maxAgeMs: () => (isWatched() ? 60_000 : 1_000),
  });
}

/** What the operator tells everybody in all portals, the authority in its own, and those above it in all portals below them. */
export function noticeOnPage(
  { portals, clock }: Pick<Services, "portals" | "clock">,
  board: NoticeBoard,
): WebEnvironment["noticeOn"] {
  return async (portal, { path, locale }) => {
    const now = clock();
    const telling = await tenantsTelling(portal, portals);
    const visible = await board.visibleOf(
      telling.map(({ tenantId }) => tenantId),
      now,
    );
    const found = telling.map(({ tells }, at) => ({
      isOwn: tells === "own",
      notices: visible[at] ?? [],
    }));
    return noticesAbovePage(found, { path, locale });
  };
}
