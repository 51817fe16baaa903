import type { FastifyReply } from "fastify";
import {
  sendAgainPage,
  sendSignedOutPage,
  type AgainVisit,
} from "./again-page.ts";
import { sentForm } from "./offer-again.ts";
import type { Route } from "./route.ts";
import { sendError } from "./send-reply.ts";
import type { WebEnvironment } from "./web-environment.ts";

/**
 * Nobody, or nobody any more, is signed in: a page leads to signing in and back. What was typed meanwhile stays, in a page that sends it once
 * more; a form that holds a password does not, and a button alone is pressed again.
 */
export async function askToSignIn(
  environment: WebEnvironment,
  route: Route,
  visit: AgainVisit & { readonly path: string },
): Promise<FastifyReply> {
  const signIn =
    route.audience === "account" ? "/anmelden" : "/arbeitsplatz/anmelden";
  const back = new URLSearchParams({ zurueck: visit.path }).toString();
  if (route.method !== "GET") {
    if (route.isRaw) return sendError(environment, visit, 403);
    const sent = await sentForm(visit.request);
    return sent && (sent.fields.size > 0 || sent.files.length > 0)
      ? sendAgainPage(environment, visit, {
          sent,
          reason: { status: 403, signIn },
        })
      : sendSignedOutPage(environment, visit, `${signIn}?${back}`);
  }
  // A page left open past the end of its session: nothing shows a form here, and the browser shall stop asking.
  if (visit.request.headers.accept === "text/event-stream")
    return visit.reply.code(204).send();
  return visit.reply
    .header("cache-control", "no-store")
    .redirect(`${signIn}?${back}`, 303);
}
