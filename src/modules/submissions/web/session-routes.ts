import {
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { antragPath, sessionOf, withDraft } from "./antrag-request.ts";
import { noDraftCookie, ownDeviceCookies } from "./draft-cookie.ts";
import { actionField } from "../../forms/index.ts";
import { endBySignOut } from "./owner-pages.ts";
import { sessionEndedPage, termOf } from "./session-end.ts";
import { stepActions } from "./step-actions.ts";

/** How long the draft stays open in this browser: prolonged, ended, or for its whole term. */
export function sessionRoutes(): readonly Route[] {
  const base = "/leistungen/:name/antrag";
  return [
    {
      method: "POST",
      path: `${base}/verlaengern`,
      audience: "guest",
      handle: prolong,
    },
    {
      method: "POST",
      path: `${base}/beenden`,
      audience: "guest",
      handle: end,
    },
    {
      method: "GET",
      path: `${base}/beendet`,
      audience: "guest",
      handle: (request) => Promise.resolve(sessionEndedPage(request)),
    },
    {
      method: "POST",
      path: `${base}/geraet`,
      audience: "guest",
      handle: keepOnDevice,
    },
  ];
}

/** Being here is what prolongs; a script asks, so there is no page. */
async function prolong(request: PortalRequest): Promise<Reply> {
  return withDraft(request, (draft) =>
    Promise.resolve({
      kind: "json",
      status: 200,
      body: termOf(request, draft) ?? {},
      cookies: [],
    }),
  );
}

/**
 * Pressed once more it has ended all the same. A draft that was sent keeps its own way to be forgotten. One of an account is left where it is:
 * signing in again leads back to it.
 */
async function end(request: PortalRequest): Promise<Reply> {
  const slug = request.params["name"] ?? "";
  // Pressed by the script when the time is over: if the account is in use in another tab, it stays.
  if (request.fields.get(actionField) === stepActions.stay)
    return redirect(antragPath(slug, "/pruefen"));
  if (request.account)
    return endBySignOut(request, antragPath(slug, "/pruefen"));
  return redirect(
    antragPath(slug, "/beendet"),
    sessionOf(request, slug) ? [noDraftCookie(slug)] : [],
  );
}

async function keepOnDevice(request: PortalRequest): Promise<Reply> {
  return withDraft(request, ({ leistungSlug }) => {
    const key = sessionOf(request, leistungSlug)?.key ?? "";
    return Promise.resolve(
      redirect(
        antragPath(leistungSlug, "/speichern"),
        ownDeviceCookies(request, leistungSlug, key),
      ),
    );
  });
}
