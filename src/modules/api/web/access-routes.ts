import { isId } from "../../../platform/values/id.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { Result } from "../../../platform/result/result.ts";
import { knownScopes } from "../domain/client.ts";
import {
  addSecret,
  createClient,
  isForSystems,
  revokeClient,
  revokeSecret,
  viewAccess,
  type AccessPorts,
  type ClientRefusal,
} from "../use-cases/manage-clients.ts";
import { saveMeanings } from "../use-cases/save-meanings.ts";
import { accessPage, type AccessPageProps } from "./access-page.ts";
import { accessPath } from "./access-paths.ts";
import { faultsOfMeanings, readMeanings } from "./states-section.ts";

type Handle = (request: PortalRequest, destinationId: string) => Promise<Reply>;

/** For the administrator of an authority: who may come in for a destination, and what its states mean. */
export const accessRoutes = (ports: AccessPorts): readonly Route[] =>
  handlers.map(([method, path, handle]) => ({
    method,
    path: `${accessPath(":id")}${path}`,
    audience: "staff",
    permission: "delivery.edit",
    handle: async (request) => {
      const ids = Object.values(request.params);
      const id = idOf(request, "id");
      return ids.every(isId) && (await isForSystems(request.context, id, ports))
        ? handle(request, id)
        : showError(404);
    },
  }));

const handlers: readonly (readonly ["GET" | "POST", string, Handle])[] = [
  [
    "GET",
    "",
    (request, destinationId) =>
      show(request, destinationId, {
        wereStatesSaved: request.query.has("gespeichert"),
      }),
  ],
  ["POST", "", create],
  ["POST", "/zustaende", save],
  [
    "POST",
    "/:client/geheimnisse",
    async (request, destinationId) => {
      const made = await addSecret(request.context, {
        destinationId,
        clientId: idOf(request, "client"),
      });
      return made.ok
        ? show(request, destinationId, { shown: made.value })
        : showError(statusOf(made.refusal));
    },
  ],
  [
    "POST",
    "/:client/geheimnisse/:secret/sperre",
    async (request, destinationId) =>
      back(
        destinationId,
        await revokeSecret(request.context, {
          destinationId,
          clientId: idOf(request, "client"),
          secretId: idOf(request, "secret"),
        }),
      ),
  ],
  [
    "POST",
    "/:client/sperre",
    async (request, destinationId) =>
      back(
        destinationId,
        await revokeClient(request.context, {
          destinationId,
          clientId: idOf(request, "client"),
        }),
      ),
  ],
];

const idOf = ({ params }: PortalRequest, name: string) => params[name] ?? "";

async function show(
  { context, locale, baseUrl }: PortalRequest,
  destinationId: string,
  more: Partial<AccessPageProps>,
): Promise<Reply> {
  const view = await viewAccess(context, destinationId);
  return view ? accessPage({ locale, baseUrl, view, ...more }) : showError(404);
}

/** The page with the secret is the answer of the form itself: nowhere else is it ever to be had. */
async function create(
  request: PortalRequest,
  destinationId: string,
): Promise<Reply> {
  const { context, fields } = request;
  const typed = {
    name: (fields.get("name") ?? "").normalize("NFC").trim().slice(0, 120),
    scopes: knownScopes(fields.getAll("rechte")),
  };
  if (typed.name === "" || typed.scopes.length === 0)
    return show(request, destinationId, { typed });
  const made = await createClient(context, { destinationId, ...typed });
  return made.ok
    ? show(request, destinationId, { shown: made.value })
    : showError(statusOf(made.refusal));
}

async function save(
  request: PortalRequest,
  destinationId: string,
): Promise<Reply> {
  const { context, fields, locale } = request;
  const meanings = readMeanings(fields);
  const saved = await saveMeanings(context, { destinationId, meanings });
  if (saved.ok) return redirect(`${accessPath(destinationId)}?gespeichert=1`);
  switch (saved.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "not-found":
      return showError(404);
    case "word-too-long":
    case "word-twice":
      return show(request, destinationId, {
        states: faultsOfMeanings(saved.refusal, meanings, locale),
      });
  }
}

const back = (
  destinationId: string,
  done: Result<void, ClientRefusal>,
): Reply =>
  done.ok
    ? redirect(accessPath(destinationId))
    : showError(statusOf(done.refusal));

function statusOf(refusal: ClientRefusal): 403 | 404 | 409 {
  switch (refusal.kind) {
    case "not-permitted":
      return 403;
    case "not-found":
      return 404;
    case "too-many-secrets":
      return 409;
  }
}
