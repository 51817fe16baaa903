import { accountSection } from "./account-navigation.ts";
import type { PortalRequest, Reply } from "./route.ts";
import type { PageFrame, WebEnvironment } from "./web-environment.ts";

/** Numbers in the menu, for whoever is signed in. Counted after the page was made: what it shows is read by then. */
export async function countsOn(
  environment: WebEnvironment,
  { context, account, staff }: PortalRequest,
  answer: Reply,
): Promise<Pick<PageFrame, "unread" | "waiting">> {
  if (answer.kind !== "page") return {};
  if (staff) return { waiting: await environment.countWaiting(context) };
  return account && answer.section === accountSection
    ? { unread: await environment.countUnread(context) }
    : {};
}
