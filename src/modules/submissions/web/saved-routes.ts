import type { FileStore } from "../../../platform/files/file-store.ts";
import {
  createMissLimiter,
  type MissLimiter,
} from "../../../shell/web/miss-limiter.ts";
import {
  askToWait,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import {
  createDraftLink,
  mailDraftLink,
} from "../use-cases/create-draft-link.ts";
import { openDraft, type Draft } from "../use-cases/open-draft.ts";
import { removeDraft } from "../use-cases/remove-expired-drafts.ts";
import {
  antragPath,
  draftCookieFor,
  draftOfRequest,
  renewedDraftCookie,
} from "./antrag-request.ts";
import { resumePath } from "./resume-path.ts";
import { deletedPage, savePage } from "./save-page.ts";

/** Anybody may begin drafts and name any address: nobody shall flood strangers with mail of the authority. */
const mailLimits = { misses: 20, windowMs: 600_000, maxClients: 10_000 };

/** Leave and come back: save page, private link, deletion. */
export function savedRoutes(files: FileStore): readonly Route[] {
  const mailLimiter = createMissLimiter(mailLimits);
  const base = "/leistungen/:name/antrag";
  return [
    {
      method: "GET",
      path: `${base}/speichern`,
      audience: "guest",
      handle: showSaved,
    },
    {
      method: "POST",
      path: `${base}/speichern`,
      audience: "guest",
      handle: showLink,
    },
    {
      method: "POST",
      path: `${base}/speichern/mail`,
      audience: "guest",
      handle: (request) => mailLink(request, mailLimiter),
    },
    {
      method: "POST",
      path: `${base}/loeschen`,
      audience: "guest",
      handle: (request) => deleteOwnDraft(request, files),
    },
    {
      method: "GET",
      path: "/antrag/:schluessel",
      audience: "guest",
      guessable: true,
      handle: comeBack,
    },
  ];
}

/** Address that opens a draft, without the key. */
const linkPrefix = (request: PortalRequest) => `${request.baseUrl}/antrag/`;

async function showSaved(request: PortalRequest): Promise<Reply> {
  return withOpenDraft(request, (draft) =>
    Promise.resolve({
      ...savePage(request, { draft }),
      cookies: [renewedDraftCookie(request, draft)],
    }),
  );
}

async function showLink(request: PortalRequest): Promise<Reply> {
  return withOpenDraft(request, async (draft) => {
    const { key } = await createDraftLink(request.context, draft);
    return savePage(request, { draft, link: `${linkPrefix(request)}${key}` });
  });
}

async function mailLink(
  request: PortalRequest,
  limiter: MissLimiter,
): Promise<Reply> {
  return withOpenDraft(request, async (draft) => {
    const now = request.context.now.getTime();
    const wait = limiter.secondsBlocked(request.clientAddress, now);
    if (wait > 0) return askToWait(wait);
    limiter.countMiss(request.clientAddress, now);
    const email = (request.fields.get("email") ?? "").trim();
    const result = await mailDraftLink(request.context, draft, {
      email,
      linkPrefix: linkPrefix(request),
      portalName: request.portal.name,
    });
    return savePage(request, { draft, mail: { email, isSent: result.ok } });
  });
}

async function deleteOwnDraft(
  request: PortalRequest,
  files: FileStore,
): Promise<Reply> {
  return withOpenDraft(request, async (draft) => {
    const isRemoved = await removeDraft(request.context, files, draft.id);
    // Sent in another tab at the same moment.
    if (!isRemoved)
      return redirect(antragPath(draft.leistungSlug, "/gesendet"));
    return {
      ...deletedPage(request),
      cookies: [draftCookieFor(draft.leistungSlug, "")],
    };
  });
}

async function comeBack(request: PortalRequest): Promise<Reply> {
  const key = request.params["schluessel"] ?? "";
  const draft = await openDraft(request.context, key);
  if (!draft) return showError(404);
  const path = draft.isSubmitted
    ? antragPath(draft.leistungSlug, "/gesendet")
    : resumePath(draft);
  return redirect(path, [draftCookieFor(draft.leistungSlug, key)]);
}

async function withOpenDraft(
  request: PortalRequest,
  handle: (draft: Draft) => Promise<Reply>,
): Promise<Reply> {
  const draft = await draftOfRequest(request);
  if (!draft || draft.isSubmitted)
    return redirect(antragPath(request.params["name"] ?? ""));
  return handle(draft);
}
