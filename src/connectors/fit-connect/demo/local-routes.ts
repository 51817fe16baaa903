import { randomBytes, randomUUID } from "node:crypto";
import { decodeProtectedHeader } from "jose";
import { z } from "zod";
import { callBack } from "./call-back.ts";
import { routeOfRouting } from "./local-routing.ts";
import { routeOfSubscriber } from "./local-subscriber-routes.ts";
import type { Answer, Call, LocalCase, LocalService } from "./local-types.ts";
import { signEvent } from "./sign-event.ts";

const tokenSeconds = 1800;

export type Ground = {
  readonly local: LocalService;
  readonly tokens: Map<
    string,
    { readonly untilMs: number; readonly scope: string }
  >;
};

/** As FIT-Connect documents it. */
export async function answer(ground: Ground, call: Call): Promise<Answer> {
  const { local } = ground;
  if (call.headers["user-agent"] === undefined) return { status: 403 };
  if (call.method === "POST" && call.path === "/token")
    return giveToken(ground, call);
  if (call.path === "/.well-known/jwks.json")
    return { status: 200, json: { keys: [local.keys.service.jwk] } };
  const routed = await routeOfRouting(local, call);
  if (routed) return routed;
  const scope = scopeOf(ground, call);
  if (scope === undefined) return { status: 401 };
  return mayCall(scope, call)
    ? ((await route(local, call)) ?? { status: 404 })
    : { status: 403 };
}

function mayCall(scope: string, call: Call): boolean {
  const isShared = /^[/]v2[/](?:destinations|cases)[/]/.test(call.path);
  const needed = isForSubscribers(call)
    ? "subscribe-submissions"
    : "send-submissions";
  return scope === needed || (isShared && call.method === "GET");
}

/** Of a token that is still good. */
function scopeOf(
  { local, tokens }: Ground,
  { headers }: Call,
): string | undefined {
  const [, token = ""] =
    /^Bearer (.+)$/.exec(headers.authorization ?? "") ?? [];
  const known = tokens.get(token);
  return known && known.untilMs >= local.now().getTime()
    ? known.scope
    : undefined;
}

const isForSubscribers = ({ method, path }: Call): boolean =>
  (method === "GET" && path.startsWith("/v2/submissions")) ||
  (method === "POST" && path.endsWith("/events"));

function giveToken({ local, tokens }: Ground, { body, headers }: Call): Answer {
  const form = new URLSearchParams(body);
  // By HTTP Basic the real one answers invalid_client, too.
  const [, scope = ""] =
    /[/]scopes[/]([a-z-]+)$/.exec(form.get("scope") ?? "") ?? [];
  const client = clientFor(local, scope);
  const isClient =
    headers.authorization === undefined &&
    form.get("client_id") === client?.id &&
    form.get("client_secret") === client.secret;
  if (form.get("grant_type") !== "client_credentials" || !isClient)
    return { status: 401, json: { error: "invalid_client" } };
  const token = randomBytes(24).toString("base64url");
  const untilMs = local.now().getTime() + tokenSeconds * 1000;
  tokens.set(token, { untilMs, scope });
  return {
    status: 200,
    json: {
      access_token: token,
      token_type: "Bearer",
      expires_in: tokenSeconds,
    },
  };
}

function clientFor({ client, subscriber }: LocalService, scope: string) {
  if (scope === "send-submissions") return client;
  return scope === "subscribe-submissions" ? subscriber : undefined;
}

const newSubmission = z.object({
  destinationId: z.uuid(),
  announcedAttachments: z.array(z.uuid()),
  publicService: z.object({ name: z.string(), identifier: z.string() }),
});
const content = z.object({
  encryptedMetadata: z.string(),
  encryptedData: z.string(),
});

async function route(
  local: LocalService,
  call: Call,
): Promise<Answer | undefined> {
  const { method, path } = call;
  const [, , kind, id = "", part, partId] = path.split("/");
  const name = [method, kind, ...(part === undefined ? [] : [part])].join(" ");
  if (isForSubscribers(call))
    return routeOfSubscriber(local, call, { id, partId });
  switch (name) {
    case "GET destinations":
    case "GET destinations keys":
      return readDestination(local, id, partId);
    case "GET cases events":
      return readLog(local, id);
    case "POST submissions":
      return create(local, newSubmission.parse(JSON.parse(call.body)));
    case "PUT submissions":
    case "PUT submissions attachments":
      return put(local, { id, attachmentId: partId }, call);
    default:
      return undefined;
  }
}

function readLog({ cases }: LocalService, caseId: string): Answer {
  const found = [...cases.values()].find((it) => it.caseId === caseId);
  return found
    ? { status: 200, json: { eventLog: found.log } }
    : { status: 404 };
}

async function put(
  local: LocalService,
  { id, attachmentId }: { id: string; attachmentId: string | undefined },
  call: Call,
): Promise<Answer> {
  const found = local.cases.get(id);
  if (!found) return { status: 404 };
  // What was handed over in full does not change any more.
  if (found.submission) return { status: 409 };
  if (attachmentId !== undefined)
    return putAttachment(found, attachmentId, call);
  return submit(local, found, content.parse(JSON.parse(call.body)));
}

function readDestination(
  { destinationId, destination, encryptionKey, keys }: LocalService,
  id: string,
  kid: string | undefined,
): Answer {
  if (id !== destinationId) return { status: 404 };
  if (kid === undefined) return { status: 200, json: destination };
  const json = [encryptionKey, keys.signing.jwk].find(
    (it) => it["kid"] === kid,
  );
  return json ? { status: 200, json } : { status: 404 };
}

async function create(
  local: LocalService,
  given: z.infer<typeof newSubmission>,
): Promise<Answer> {
  if (given.destinationId !== local.destinationId) return { status: 404 };
  const made: LocalCase = {
    ...given,
    submissionId: randomUUID(),
    caseId: randomUUID(),
    announced: given.announcedAttachments,
    attachments: new Map(),
    createdAt: local.now(),
    submission: undefined,
    log: [],
    isOver: false,
  };
  const issuer = local.url;
  made.log.push(
    await signEvent(local, made, { kind: "create-submission", issuer }),
  );
  local.cases.set(made.submissionId, made);
  const { submissionId, caseId } = made;
  return { status: 201, json: { submissionId, caseId } };
}

function putAttachment(found: LocalCase, id: string, call: Call): Answer {
  if (!found.announced.includes(id)) return { status: 404 };
  if (call.headers["content-type"] !== "application/jose")
    return { status: 415 };
  if (!isSealed(call.body)) return { status: 422 };
  found.attachments.set(id, call.body);
  return { status: 204 };
}

async function submit(
  local: LocalService,
  found: LocalCase,
  given: z.infer<typeof content>,
): Promise<Answer> {
  const { encryptedMetadata, encryptedData } = given;
  if (found.attachments.size !== found.announced.length) return { status: 400 };
  if (!isSealed(encryptedMetadata) || !isSealed(encryptedData))
    return { status: 422 };
  found.submission = given;
  const issuer = local.url;
  found.log.push(
    await signEvent(local, found, { kind: "submit-submission", issuer }),
  );
  callBack(local, "subscriber", found);
  return { status: 200, json: {} };
}

/** The service cannot read it, but it looks at the header. */
export function isSealed(jwe: string): boolean {
  const { alg, enc, kid, cty } = decodeProtectedHeader(jwe);
  return (
    alg === "RSA-OAEP-256" &&
    enc === "A256GCM" &&
    kid !== undefined &&
    typeof cty === "string" &&
    jwe.length >= 776
  );
}
