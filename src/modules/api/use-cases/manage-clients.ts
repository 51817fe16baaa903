import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { nameOfDestination } from "../../delivery/index.ts";
import type { ApiPorts } from "../ports.ts";
import { mostSecrets, type Scope } from "../domain/client.ts";
import {
  insertClient,
  insertSecret,
  listClients,
  lockClient,
  revokeClientRow,
  revokeSecretRow,
  type ListedClient,
} from "../store/client-store.ts";
import {
  listMeanings,
  listUnknownWords,
  type StateMeaning,
} from "../store/state-store.ts";

export type { ListedClient };

/** Only now in the open: what is kept of a secret is its hash. */
export type ShownSecret = {
  readonly clientId: string;
  readonly secret: string;
};

export type ClientRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  /** Two are valid: one of them has to be revoked first. */
  | { readonly kind: "too-many-secrets" };

/** What administrators see of the way back from a destination. */
export type AccessView = {
  readonly destinationId: string;
  readonly destinationName: string;
  readonly clients: readonly ListedClient[];
  readonly meanings: readonly StateMeaning[];
  /** Reported, and nobody has said what they mean. */
  readonly unknownWords: readonly {
    readonly word: string;
    readonly count: number;
  }[];
};

/** What tells whether a destination has a back office behind it. */
export type AccessPorts = Pick<ApiPorts, "connectors">;

/** Whether there is a back office behind a destination of the tenant that could come in. */
export const isForSystems = async (
  context: Context,
  destinationId: string,
  { connectors }: AccessPorts,
): Promise<boolean> =>
  (await nameOfDestination(context, destinationId, connectors)) !== undefined;

/** Undefined for who may not set destinations up, of another tenant, and when there is none. */
export async function viewAccess(
  context: Context,
  destinationId: string,
): Promise<AccessView | undefined> {
  const { tenantId, actor } = context;
  if (!actor.may("delivery.edit")) return undefined;
  const destinationName = await nameOfDestination(context, destinationId);
  if (destinationName === undefined) return undefined;
  return context.transaction(async (db) => ({
    destinationId,
    destinationName,
    clients: await listClients(db, tenantId, destinationId),
    meanings: await listMeanings(db, tenantId, destinationId),
    unknownWords: await listUnknownWords(db, tenantId, destinationId),
  }));
}

/** Lets a system in for one destination. Its secret is given once. Audited. */
export async function createClient(
  context: Context,
  {
    destinationId,
    name,
    scopes,
  }: {
    readonly destinationId: string;
    readonly name: string;
    readonly scopes: readonly Scope[];
  },
): Promise<Result<ShownSecret, ClientRefusal>> {
  if (!context.actor.may("delivery.edit"))
    return refuse({ kind: "not-permitted" });
  if ((await nameOfDestination(context, destinationId)) === undefined)
    return refuse({ kind: "not-found" });
  const clientId = newId();
  return context.transaction(async (db) => {
    const { now } = context;
    await insertClient(db, { clientId, destinationId, name, scopes, now });
    const secret = await writeSecret(context, db, clientId);
    await recordAudit(context, db, {
      action: "api.client-created",
      subject: { kind: "api-client", id: clientId },
      details: { destination: destinationId, scopes: scopes.join(" ") },
    });
    return ok({ clientId, secret });
  });
}

type ClientOfDestination = {
  readonly destinationId: string;
  readonly clientId: string;
};

/** Adds a second secret, so that a system can be changed over before the first is revoked. Given once. Audited. */
export function addSecret(
  context: Context,
  client: ClientOfDestination,
): Promise<Result<ShownSecret, ClientRefusal>> {
  const { clientId } = client;
  return withClient(context, client, async (db, { secretIds }) => {
    if (secretIds.length >= mostSecrets)
      return refuse({ kind: "too-many-secrets" });
    const secret = await writeSecret(context, db, clientId);
    await recordAudit(context, db, {
      action: "api.secret-added",
      subject: { kind: "api-client", id: clientId },
    });
    return ok({ clientId, secret });
  });
}

/** From now on nobody comes in with this secret, nor with a token that was given for it. Audited. */
export function revokeSecret(
  context: Context,
  { secretId, ...client }: ClientOfDestination & { readonly secretId: string },
): Promise<Result<void, ClientRefusal>> {
  const { clientId } = client;
  return withClient(context, client, async (db, { secretIds }) => {
    if (!secretIds.includes(secretId)) return refuse({ kind: "not-found" });
    const { tenantId, now } = context;
    await revokeSecretRow(db, tenantId, { clientId, secretId, now });
    await recordAudit(context, db, {
      action: "api.secret-revoked",
      subject: { kind: "api-client", id: clientId },
      details: { secret: secretId },
    });
    return ok(undefined);
  });
}

/** Shuts a system out at once, for good. Audited. */
export function revokeClient(
  context: Context,
  client: ClientOfDestination,
): Promise<Result<void, ClientRefusal>> {
  const { clientId } = client;
  return withClient(context, client, async (db) => {
    await revokeClientRow(db, context.tenantId, { clientId, now: context.now });
    await recordAudit(context, db, {
      action: "api.client-revoked",
      subject: { kind: "api-client", id: clientId },
    });
    return ok(undefined);
  });
}

async function withClient<Value>(
  context: Context,
  client: ClientOfDestination,
  work: (
    db: Db,
    found: { readonly secretIds: readonly string[] },
  ) => Promise<Result<Value, ClientRefusal>>,
): Promise<Result<Value, ClientRefusal>> {
  if (!context.actor.may("delivery.edit"))
    return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const found = await lockClient(db, context.tenantId, client);
    return found ? work(db, found) : refuse({ kind: "not-found" });
  });
}

async function writeSecret(
  { now }: Context,
  db: Db,
  clientId: string,
): Promise<string> {
  const secret = newSecretToken();
  const hash = hashSecretToken(secret);
  await insertSecret(db, { clientId, secretId: newId(), hash, now });
  return secret;
}
