import type { JWK } from "jose";
import { z } from "zod";
import { ok } from "../../platform/result/result.ts";
import type { Called, Failure, FitConnectClient } from "./client.ts";
import { findKey } from "./destination.ts";
import type { Note } from "./note.ts";
import type { DestinationAccess, ServiceAccess } from "./options.ts";
import {
  readSecurityEvent,
  type KeyOfIssuer,
  type SecurityEvent,
} from "./security-event.ts";

const eventLog = z.object({ eventLog: z.array(z.string()) });
const keySet = z.object({
  keys: z.array(
    z.object({
      kty: z.literal("RSA"),
      n: z.string(),
      e: z.string(),
      kid: z.string(),
    }),
  ),
});

export type Log = {
  /** The genuine ones, in the order of the log. */
  readonly events: readonly SecurityEvent[];
  /** How many are not. */
  readonly forged: number;
};

type Asked = {
  readonly options: DestinationAccess & Pick<ServiceAccess, "submissionApiUrl">;
  readonly now: Date;
  readonly note: Pick<Note, "submissionId" | "caseId">;
};

/** A key could not be asked for: nothing is known then, and nobody may call an event forged. */
class KeyUnavailable extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super("fit-connect: a key could not be fetched");
    this.failure = failure;
  }
}

/** All events of a case, each checked by the key of who issued it. */
export async function readLog(
  client: FitConnectClient,
  { options, now, note }: Asked,
): Promise<Called<Log>> {
  const log = await client.json(eventLog, {
    method: "GET",
    path: `/v2/cases/${note.caseId}/events?limit=500`,
  });
  if (!log.ok) return log;
  const expected = {
    ...note,
    destinationId: options.destinationId,
    serviceUrl: options.submissionApiUrl,
  };
  const keyOf = keysOf(client, { options, now });
  try {
    const read: (SecurityEvent | undefined)[] = [];
    for (const token of log.value.eventLog)
      read.push(await readSecurityEvent(token, expected, keyOf));
    const events = read.filter((it) => it !== undefined);
    return ok({ events, forged: read.length - events.length });
  } catch (error) {
    if (error instanceof KeyUnavailable)
      return { ok: false, refusal: error.failure };
    throw error;
  }
}

/** Fetches each key once. */
function keysOf(
  client: FitConnectClient,
  wanted: Pick<Asked, "options" | "now">,
): KeyOfIssuer {
  const known = new Map<string, Promise<JWK | undefined>>();
  return (issuer, kid) => {
    const name = `${issuer} ${kid}`;
    const key =
      known.get(name) ??
      (issuer === "service"
        ? serviceKey(client, kid)
        : valueOf(findKey(client, wanted, { kid, use: "verify" })));
    known.set(name, key);
    return key;
  };
}

async function serviceKey(
  client: FitConnectClient,
  kid: string,
): Promise<JWK | undefined> {
  const { keys } = await valueOf(
    client.json(keySet, {
      method: "GET",
      path: "/.well-known/jwks.json",
      isPublic: true,
    }),
  );
  return keys.find((key) => key.kid === kid);
}

async function valueOf<Value>(call: Promise<Called<Value>>): Promise<Value> {
  const called = await call;
  if (called.ok) return called.value;
  throw new KeyUnavailable(called.refusal);
}
