import type { FileStore } from "../../../platform/files/file-store.ts";
import {
  createMissLimiter,
  type MissLimiter,
} from "../../../shell/web/miss-limiter.ts";
import {
  askToWait,
  leave,
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import {
  createDraftLink,
  mailDraftLink,
} from "../use-cases/create-draft-link.ts";
import { forgetAddress } from "../use-cases/draft-reminder.ts";
import type { Draft } from "../domain/draft.ts";
import { openDraft, openDraftUnseen } from "../use-cases/open-draft.ts";
import { findNewerForm } from "../use-cases/find-form-change.ts";
import { removeDraft } from "../use-cases/remove-expired-drafts.ts";
import {
  antragPath,
  draftOfBrowser,
  sessionOf,
  withDraft,
} from "./antrag-request.ts";
import {
  draftCookieFor,
  noDraftCookie,
  placeOf,
  sentCookieFor,
} from "./draft-cookie.ts";
import { authorityUrl } from "./authority-url.ts";
import { parsePlacedKey, writePlacedKey } from "../domain/draft-session.ts";
import { findMoved } from "../use-cases/move-to-authority.ts";
import { noDraftPage } from "./no-draft-page.ts";
import { askForOwner, foreignDraftPage } from "./owner-pages.ts";
import { intakePaths } from "./intake-paths.ts";
import { resumePath } from "./resume-path.ts";
import { reminderStoppedPage, stopReminderPage } from "./reminder-pages.ts";
import { deletedPage, reminderField, savePage } from "./save-page.ts";
import { versionPath } from "./version-page.ts";
import { switchPage } from "./switch-page.ts";

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
      path: `${base}/erinnerung`,
      audience: "guest",
      handle: stopReminder,
    },
    {
      method: "POST",
      path: `${base}/loeschen`,
      audience: "guest",
      handle: (request) => deleteOwnDraft(request, files),
    },
    ...linkRoutes(),
  ];
}

/** What a private link opens, on any device. */
function linkRoutes(): readonly Route[] {
  const path = "/antrag/:schluessel/erinnerung";
  return [
    {
      method: "GET",
      path: "/antrag/:schluessel",
      audience: "guest",
      guessable: true,
      handle: comeBack,
    },
    {
      method: "POST",
      path: "/antrag/:schluessel",
      audience: "guest",
      guessable: true,
      handle: switchDraft,
    },
    {
      method: "GET",
      path,
      audience: "guest",
      guessable: true,
      handle: (request) =>
        withLinkedDraft(request, () =>
          Promise.resolve(stopReminderPage(request)),
        ),
    },
    {
      method: "POST",
      path,
      audience: "guest",
      guessable: true,
      handle: (request) =>
        withLinkedDraft(request, async (linked) => {
          await forgetAddress(request.context, linked);
          return reminderStoppedPage(request);
        }),
    },
  ];
}

/** Address in this portal that opens a draft, whoever has it. */
const linkOf = (request: PortalRequest) => (key: string) =>
  `${request.baseUrl}/antrag/${writePlacedKey({ key, at: placeOf(request) })}`;

/** To the portal of the authority that has it. */
const leaveTo = (address: string) => leave(address, [new URL(address).origin]);

/** The key in the address of a private link. */
const keyOfLink = ({ params }: PortalRequest) =>
  parsePlacedKey(params["schluessel"] ?? "").key;

/** What a caseworker fills in for somebody is kept among their own pages, and no link opens it. */
function withOwnDraft(
  request: PortalRequest,
  handle: (draft: Draft) => Promise<Reply>,
): Promise<Reply> {
  return withDraft<Reply>(request, async (draft) =>
    draft.isIntake ? redirect(intakePaths.one(draft.id)) : handle(draft),
  );
}

async function showSaved(request: PortalRequest): Promise<Reply> {
  return withOwnDraft(request, (draft) =>
    Promise.resolve(savePage(request, { draft })),
  );
}

async function showLink(request: PortalRequest): Promise<Reply> {
  return withOwnDraft(request, async (draft) => {
    const { key } = await createDraftLink(request.context, draft);
    return savePage(request, { draft, link: linkOf(request)(key) });
  });
}

async function mailLink(
  request: PortalRequest,
  limiter: MissLimiter,
): Promise<Reply> {
  return withOwnDraft(request, async (draft) => {
    const now = request.context.now.getTime();
    const wait = limiter.secondsBlocked(request.clientAddress, now);
    if (wait > 0) return askToWait(wait);
    limiter.countMiss(request.clientAddress, now);
    const email = (request.fields.get("email") ?? "").trim();
    const isReminderWanted = request.fields.get(reminderField) === "true";
    const result = await mailDraftLink(request.context, draft, {
      email,
      isReminderWanted,
      linkOf: linkOf(request),
      portalName: request.authority.name,
    });
    return savePage(request, {
      draft: {
        ...draft,
        hasReminder: draft.hasReminder || (result.ok && isReminderWanted),
      },
      mail: { email, isReminderWanted, isSent: result.ok },
    });
  });
}

async function stopReminder(request: PortalRequest): Promise<Reply> {
  return withDraft(request, async (draft) => {
    await forgetAddress(request.context, draft);
    return redirect(antragPath(draft.leistungSlug, "/speichern"));
  });
}

async function deleteOwnDraft(
  request: PortalRequest,
  files: FileStore,
): Promise<Reply> {
  return withOwnDraft(request, async (draft) => {
    const isRemoved = await removeDraft(request.context, files, draft.id);
    // Sent in another tab at the same moment.
    if (!isRemoved)
      return redirect(antragPath(draft.leistungSlug, "/gesendet"));
    return {
      ...deletedPage(request),
      cookies: [noDraftCookie(draft.leistungSlug)],
    };
  });
}

/** A link that anybody may have sent: it never takes the place of another draft that is open here without a question. */
async function comeBack(request: PortalRequest): Promise<Reply> {
  return withLinkedDraft(request, async (linked) => {
    const open = sessionOf(request, linked.leistungSlug);
    // Another authority has the one that is open here: this one opens in its own portal.
    if (open && open.at !== placeOf(request) && placeOf(request))
      return leaveTo(`${authorityUrl(request)}/antrag/${keyOfLink(request)}`);
    const own = await draftOfBrowser(request, linked.leistungSlug);
    return own && !own.isSubmitted && own.id !== linked.id
      ? switchPage(request, { own, linked })
      : openHere(request, linked);
  });
}

async function switchDraft(request: PortalRequest): Promise<Reply> {
  return withLinkedDraft(request, (linked) => openHere(request, linked));
}

async function withLinkedDraft(
  request: PortalRequest,
  handle: (linked: Draft) => Promise<Reply>,
): Promise<Reply> {
  const key = keyOfLink(request);
  const linked = await openDraft(request.context, key);
  if (linked) return handle(linked);
  const owned = await openDraftUnseen(request.context, key);
  if (!owned) {
    const at = await findMoved(request.context, key);
    return at === undefined || at === request.authority.host
      ? noDraftPage(request, "/leistungen")
      : redirect(`/antrag/${writePlacedKey({ key, at })}`);
  }
  return request.account
    ? foreignDraftPage(request, owned)
    : askForOwner(request);
}

/** Where the form has changed meanwhile, its owner is told first. */
async function openHere(request: PortalRequest, draft: Draft): Promise<Reply> {
  const { leistungSlug, isSubmitted } = draft;
  const key = keyOfLink(request);
  if (isSubmitted)
    return redirect(antragPath(leistungSlug, "/gesendet"), [
      sentCookieFor(request, leistungSlug, key),
    ]);
  const newer = await findNewerForm(request.context, draft);
  return redirect(newer ? versionPath(leistungSlug) : resumePath(draft), [
    draftCookieFor(request, leistungSlug, key),
  ]);
}
