import {
  redirect,
  type Cookie,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import { draftRetentionDays } from "../domain/draft-term.ts";
import { openDraft, type Draft } from "../use-cases/open-draft.ts";

/** Cookie with the key of the draft; one per service. On the path `/`, as only such a cookie can be bound to this host (`__Host-`). */
const draftCookie = (leistungSlug: string) => `antrag-${leistungSlug}`;

/** Address of a page of the application for one service. */
export function antragPath(leistungSlug: string, rest = ""): string {
  return `/leistungen/${encodeURIComponent(leistungSlug)}/antrag${rest}`;
}

/** Lets the browser open the draft on all its pages. */
export function draftCookieFor(leistungSlug: string, key: string): Cookie {
  return cookieFor(leistungSlug, key, draftRetentionDays);
}

/** After sending the browser shows the confirmation for a day, no longer: it may be a computer that many use. The status link stays. */
export function sentCookieFor(leistungSlug: string, key: string): Cookie {
  return cookieFor(leistungSlug, key, 1);
}

function cookieFor(leistungSlug: string, key: string, days: number): Cookie {
  return {
    name: draftCookie(leistungSlug),
    value: key,
    maxAgeSeconds: days * 86_400,
  };
}

/** The same cookie for another 30 days: the term of the draft begins anew with each change, too. */
export function renewedDraftCookie(
  { cookies }: PortalRequest,
  { leistungSlug }: Draft,
): Cookie {
  return draftCookieFor(leistungSlug, cookies[draftCookie(leistungSlug)] ?? "");
}

/** The cookie of a draft that was just sent, for one more day. */
export function shortenedDraftCookie(
  { cookies }: PortalRequest,
  { leistungSlug }: Draft,
): Cookie {
  return sentCookieFor(leistungSlug, cookies[draftCookie(leistungSlug)] ?? "");
}

/** The draft of this browser for the service in the address; never one of another service. */
export async function draftOfRequest(
  request: PortalRequest,
): Promise<Draft | undefined> {
  return draftOfBrowser(request, request.params["name"] ?? "");
}

/** The draft of this browser for a service. */
export async function draftOfBrowser(
  { context, cookies }: PortalRequest,
  leistungSlug: string,
): Promise<Draft | undefined> {
  const draft = await openDraft(context, cookies[draftCookie(leistungSlug)]);
  return draft?.leistungSlug === leistungSlug ? draft : undefined;
}

/** Without a draft one begins at the start; after sending one sees the confirmation. Back and reload are always safe. */
export async function withDraft<Answer>(
  request: PortalRequest,
  handle: (draft: Draft) => Promise<Answer>,
): Promise<Reply | Answer> {
  const draft = await draftOfRequest(request);
  if (!draft) return redirect(antragPath(request.params["name"] ?? ""));
  return draft.isSubmitted
    ? redirect(antragPath(draft.leistungSlug, "/gesendet"))
    : handle(draft);
}
