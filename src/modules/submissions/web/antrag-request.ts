import {
  redirect,
  type Cookie,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import {
  hasEnded,
  parseSession,
  writePlacedKey,
  type DraftSession,
} from "../domain/draft-session.ts";
import { draftForVisitor } from "./correction-form.ts";
import { textsCookies, textsOfQuery } from "./form-language.ts";
import type { Draft } from "../domain/draft.ts";
import {
  openDraft,
  openDraftUnseen,
  openIntake,
} from "../use-cases/open-draft.ts";
import {
  draftOfIntakeKey,
  intakeField,
  intakeKey,
  intakePaths,
} from "./intake-paths.ts";
import { findMoved } from "../use-cases/move-to-authority.ts";
import {
  cookieFor,
  draftCookie,
  placeOf,
  sentCookieFor,
} from "./draft-cookie.ts";
import { noDraftPage } from "./no-draft-page.ts";
import { askForOwner, foreignDraftPage } from "./owner-pages.ts";

/** Tells which page a form is of, should the form of the draft have changed since. */
export const pageField = "_seite";

/** Address of a page of the application for one service. */
export function antragPath(leistungSlug: string, rest = ""): string {
  return `/leistungen/${encodeURIComponent(leistungSlug)}/antrag${rest}`;
}

/** The cookie of a draft that was just sent, for one more day. */
export function shortenedDraftCookie(
  request: PortalRequest,
  { leistungSlug }: Draft,
): Cookie {
  return sentCookieFor(
    request,
    leistungSlug,
    sessionOf(request, leistungSlug)?.key ?? "",
  );
}

/** What this browser knows of a draft for the service. */
export function sessionOf(
  { cookies, fields }: Pick<PortalRequest, "cookies" | "fields">,
  leistungSlug: string,
): DraftSession | undefined {
  // Several people's applications may be open in a caseworker's tabs: what was typed goes where its page belongs.
  const marked = fields.get(intakeField);
  if (marked !== null) return { key: intakeKey(marked) };
  const cookie = cookies[draftCookie(leistungSlug)];
  if (cookie === undefined) return undefined;
  const session = parseSession(cookie);
  const isOfOther =
    draftOfIntakeKey(session.key) !== undefined && fields.has(pageField);
  return isOfOther ? undefined : session;
}

/** True when a draft of this browser was closed because nobody was here for too long. */
export function isSessionEnded(
  request: PortalRequest,
  leistungSlug: string,
): boolean {
  const session = sessionOf(request, leistungSlug);
  return session !== undefined && hasEnded(session, request.context.now);
}

/** The draft of this browser for the service in the address; never one of another service, nor one whose session has ended. */
export async function draftOfRequest(
  request: PortalRequest,
): Promise<Draft | undefined> {
  return draftOfBrowser(request, request.params["name"] ?? "");
}

/** The draft of this browser for a service. */
export async function draftOfBrowser(
  request: PortalRequest,
  leistungSlug: string,
): Promise<Draft | undefined> {
  return isSessionEnded(request, leistungSlug)
    ? undefined
    : lateDraftOfBrowser(request, leistungSlug);
}

/** The draft of this browser for a service, also after its session has ended: for what was begun on a page that stayed open. */
export async function lateDraftOfBrowser(
  request: PortalRequest,
  leistungSlug: string,
): Promise<Draft | undefined> {
  const session = sessionOf(request, leistungSlug);
  const intakeId = session && draftOfIntakeKey(session.key);
  const draft =
    intakeId === undefined
      ? await openDraft(request.context, session?.key)
      : await openIntake(request.context, intakeId);
  return draft?.leistungSlug === leistungSlug
    ? draftForVisitor(request, draft)
    : undefined;
}

/**
 * Without a draft one begins at the start; after sending one sees the confirmation. Back and reload are always safe. Each answer makes the
 * session begin anew.
 */
export async function withDraft<Answer extends Reply | undefined>(
  request: PortalRequest,
  handle: (draft: Draft) => Promise<Answer>,
): Promise<Reply | Answer> {
  const slug = request.params["name"] ?? "";
  return isSessionEnded(request, slug)
    ? redirect(antragPath(slug, "/beendet"))
    : withLateDraft(request, handle);
}

/** As `withDraft`, but also after the session has ended: for what was typed on a page that stayed open meanwhile. */
async function withLateDraft<Answer extends Reply | undefined>(
  request: PortalRequest,
  handle: (draft: Draft) => Promise<Answer>,
): Promise<Reply | Answer> {
  const slug = request.params["name"] ?? "";
  const draft = await lateDraftOfBrowser(request, slug);
  return draft
    ? withFoundDraft(request, draft, handle)
    : withoutDraft(request, slug, await unseenDraftOfBrowser(request, slug));
}

async function withFoundDraft<Answer extends Reply | undefined>(
  request: PortalRequest,
  draft: Draft,
  handle: (draft: Draft) => Promise<Answer>,
): Promise<Reply | Answer> {
  return draft.isSubmitted
    ? redirect(antragPath(draft.leistungSlug, "/gesendet"))
    : renewed(request, draft, await handle(draft));
}

/**
 * As `withLateDraft`. A draft that belongs to somebody who is not signed in any more comes, too: what was typed is saved, and nothing of it
 * may be shown.
 */
export async function withDraftToSave<Answer extends Reply | undefined>(
  request: PortalRequest,
  handle: (draft: Draft) => Promise<Answer>,
): Promise<Reply | Answer> {
  const slug = request.params["name"] ?? "";
  const draft = await lateDraftOfBrowser(request, slug);
  if (draft) return withFoundDraft(request, draft, handle);
  const unseen = await unseenDraftOfBrowser(request, slug);
  return unseen && !unseen.isSubmitted && !request.account
    ? handle(unseen)
    : withoutDraft(request, slug, unseen);
}

/** The draft that this browser has a key of, where it belongs to somebody else than the visitor. */
async function unseenDraftOfBrowser(
  request: PortalRequest,
  leistungSlug: string,
): Promise<Draft | undefined> {
  const session = sessionOf(request, leistungSlug);
  if (!session) return undefined;
  const draft = await openDraftUnseen(request.context, session.key);
  return draft?.leistungSlug === leistungSlug ? draft : undefined;
}

/** There is none (here any more), or it belongs to an account: then its owner is asked to sign in and comes back. */
async function withoutDraft(
  request: PortalRequest,
  slug: string,
  unseen: Draft | undefined,
): Promise<Reply> {
  const key = sessionOf(request, slug)?.key ?? "";
  const intakeId = draftOfIntakeKey(key);
  if (intakeId !== undefined) return redirect(intakePaths.one(intakeId));
  if (!unseen) {
    const at = await findMoved(request.context, key);
    if (at !== undefined)
      return redirect(`/antrag/${writePlacedKey({ key, at })}`);
    // Whoever typed on a page that stayed open hears why it cannot be kept.
    return request.fields.has(pageField)
      ? noDraftPage(request, antragPath(slug))
      : redirect(antragPath(slug));
  }
  return request.account
    ? foreignDraftPage(request, unseen)
    : askForOwner(request);
}

/**
 * Why there is nothing to send: its owner is not signed in any more, or may not act for whom it belongs to. Nothing is lost, and the summary is
 * where they go on.
 */
export async function nothingToSend(request: PortalRequest): Promise<Reply> {
  const slug = request.params["name"] ?? "";
  if (isSessionEnded(request, slug)) return redirect(antragPath(slug));
  const unseen = await unseenDraftOfBrowser(request, slug);
  const path = antragPath(slug, "/pruefen");
  return withoutDraft({ ...request, path }, slug, unseen);
}

/** The same answer with a cookie that makes the session begin anew, unless the answer says something about the cookie itself. */
function renewed<Answer extends Reply | undefined>(
  request: PortalRequest,
  { leistungSlug }: Draft,
  answer: Answer,
): Answer {
  const session = sessionOf(request, leistungSlug);
  if (!session || !answer || !("cookies" in answer)) return answer;
  const name = draftCookie(leistungSlug);
  if (answer.cookies.some((cookie) => cookie.name === name)) return answer;
  const cookie = cookieFor(leistungSlug, {
    key: session.key,
    at: placeOf(request),
    ...(session.activeAt ? { activeAt: request.context.now } : {}),
  });
  const chosen = textsCookies(textsOfQuery(request));
  return { ...answer, cookies: [...answer.cookies, cookie, ...chosen] };
}
