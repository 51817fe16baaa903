import {
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { Draft } from "../domain/draft.ts";
import { moveToAuthority } from "../use-cases/move-to-authority.ts";
import { antragPath, sessionOf, withDraft } from "./antrag-request.ts";
import type { MovePorts } from "./authority-of-route.ts";
import { revisionField } from "./check-fields.ts";
import { draftCookieFor, noDraftCookie } from "./draft-cookie.ts";
import { targetField } from "./move-form.ts";
import { otherThanHolder, receiverOfDraft } from "./other-receiver.ts";

/** Takes what was filled in to the authority that is responsible by the answers. */
export function moveRoutes(ports: MovePorts): readonly Route[] {
  return [
    {
      method: "POST",
      path: "/leistungen/:name/antrag/zustaendig",
      audience: "guest",
      handle: (request) =>
        withDraft<Reply>(request, (draft) => move(request, draft, ports)),
    },
  ];
}

/** Only to whom the page named, and only while that authority is still the one; else the summary says what is so now. */
async function move(
  request: PortalRequest,
  draft: Draft,
  ports: MovePorts,
): Promise<Reply> {
  const { context, fields } = request;
  const { leistungSlug } = draft;
  const summary = redirect(antragPath(leistungSlug, "/pruefen"));
  const isSeen = Number(fields.get(revisionField)) === draft.revision;
  if (draft.isIntake || draft.correction || !isSeen) return summary;
  const found = await receiverOfDraft(request, draft, ports);
  const receiver = otherThanHolder(request, found);
  if (!receiver) return summary;
  const { authority } = receiver;
  if (fields.get(targetField) !== authority.tenantId) return summary;
  const there = ports.callerIn(context, authority.tenantId);
  const target = { authority, there, leistungSlug: receiver.leistungSlug };
  const { files } = ports;
  const moved = await moveToAuthority(context, draft, { files, target });
  return moved.ok ? followTo(request, draft, target) : summary;
}

/** The browser's key opens it there from now on. */
function followTo(
  request: PortalRequest,
  { leistungSlug: before }: Draft,
  {
    authority,
    leistungSlug,
  }: Pick<PortalRequest, "authority"> & {
    readonly leistungSlug: string;
  },
): Reply {
  const key = sessionOf(request, before)?.key ?? "";
  return redirect(antragPath(leistungSlug, "/pruefen"), [
    ...(before === leistungSlug ? [] : [noDraftCookie(before)]),
    draftCookieFor({ ...request, authority }, leistungSlug, key),
  ]);
}
