import { csvOf } from "../../../platform/values/csv.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { ListPrograms } from "../ports.ts";
import {
  findLastReview,
  listAccess,
  noteOwnReview,
} from "../use-cases/review-access.ts";
import { reviewPage, reviewTable } from "./review-page.ts";
import { reviewPaths } from "./staff-paths.ts";

/** For administrators and auditors: who may do what, and that somebody has looked through it. */
export function reviewRoutes(listPrograms: ListPrograms): readonly Route[] {
  const ground = {
    audience: "staff",
    scope: "any",
    permission: "access.review",
  } as const;
  return [
    {
      ...ground,
      method: "GET",
      path: reviewPaths.start,
      handle: (request) => showReview(request, listPrograms),
    },
    {
      ...ground,
      method: "GET",
      path: reviewPaths.table,
      handle: (request) => sendTable(request, listPrograms),
    },
    { ...ground, method: "POST", path: reviewPaths.start, handle: noteReview },
  ];
}

async function showReview(
  { context, locale, query }: PortalRequest,
  listPrograms: ListPrograms,
): Promise<Reply> {
  const people = await listAccess(context);
  if (!people.ok) return showError(403);
  return reviewPage({
    locale,
    people: people.value,
    programs: await listPrograms(context, locale),
    lastReview: await findLastReview(context),
    wasNoted: query.has("bestaetigt"),
    mayManage: context.actor.may("staff.manage"),
  });
}

async function sendTable(
  { context, locale }: PortalRequest,
  listPrograms: ListPrograms,
): Promise<Reply> {
  const people = await listAccess(context);
  if (!people.ok) return showError(403);
  const programs = await listPrograms(context, locale);
  return {
    kind: "download",
    contentType: "text/csv; charset=utf-8",
    filename: "zugaenge.csv",
    disposition: "attachment",
    body: Buffer.from(
      csvOf(reviewTable({ locale, people: people.value, programs })),
    ),
  };
}

async function noteReview({ context }: PortalRequest): Promise<Reply> {
  const noted = await noteOwnReview(context);
  return noted.ok
    ? redirect(`${reviewPaths.start}?bestaetigt=1`)
    : showError(403);
}
