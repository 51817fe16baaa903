import type { Context } from "../../../platform/context/context.ts";
import type { Result } from "../../../platform/result/result.ts";
import { askingMs, isDown, nextCheckAfter } from "../domain/health.ts";
import type { IdentityProvider } from "../domain/identity-provider.ts";
import type { ProtocolRefusal } from "../domain/sign-in-protocol.ts";
import type { FederationPorts } from "../ports.ts";
import { claimCheck, listHealth, saveHealth } from "../store/health-store.ts";
import { listProviders } from "../store/provider-store.ts";
import { momentFor, openProvider, protocolFor } from "./ground.ts";

export type KnownHealth = {
  readonly provider: string;
  readonly failures: number;
  /** Code of the last failure. */
  readonly reason: string | undefined;
  readonly checkedAt: Date;
  readonly nextCheckAt: Date;
};

/** What is known of all providers, by key. */
export async function readHealth(
  context: Context,
): Promise<ReadonlyMap<string, KnownHealth>> {
  const rows = await context.transaction((db) =>
    listHealth(db, context.tenantId),
  );
  return new Map(
    rows.map((row) => [
      row.provider,
      {
        provider: row.provider,
        failures: row.failures,
        reason: row.reason ?? undefined,
        checkedAt: row.checked_at,
        nextCheckAt: row.next_check_at,
      },
    ]),
  );
}

/** True when the provider does not answer. Asks it where what is known is old, unless somebody else is asking; within the deadline. */
export async function isDownNow(
  context: Context,
  ports: FederationPorts,
  {
    provider,
    known,
  }: {
    readonly provider: IdentityProvider;
    readonly known: KnownHealth | undefined;
  },
): Promise<boolean> {
  const { now, tenantId } = context;
  if (known && known.nextCheckAt > now) return isDown(known);
  const until = new Date(now.getTime() + askingMs);
  const mayAsk = await context.transaction((db) =>
    claimCheck(db, tenantId, { provider: provider.key, now, until }),
  );
  if (!mayAsk) return isDown(known);
  const outcome = await protocolFor(ports, provider.kind).probe(
    provider,
    momentFor(context, ports, provider),
  );
  await noteOutcome(context, provider.key, outcome);
  return isUnavailable(outcome);
}

/** Learns from a call whether the provider answers; whatever else it said, it was there. */
export async function noteOutcome(
  context: Context,
  provider: string,
  outcome: Result<unknown, ProtocolRefusal>,
): Promise<void> {
  const { now, tenantId } = context;
  const reason =
    !outcome.ok && outcome.refusal.kind === "unavailable"
      ? outcome.refusal.reason
      : undefined;
  await context.transaction((db) =>
    saveHealth(db, tenantId, {
      provider,
      reason,
      now,
      nextCheckAt: (failures) => nextCheckAfter(failures, now),
    }),
  );
}

/** Asks all providers that are due; how many there are. For the job. */
export async function probeProviders(
  context: Context,
  ports: FederationPorts,
): Promise<number> {
  const rows = await context.transaction((db) =>
    listProviders(db, context.tenantId),
  );
  const enabled = rows.filter((row) => row.enabled);
  const health = await readHealth(context);
  for (const row of enabled)
    await isDownNow(context, ports, {
      provider: await openProvider(context, row),
      known: health.get(row.key),
    });
  return enabled.length;
}

const isUnavailable = (outcome: Result<unknown, ProtocolRefusal>) =>
  !outcome.ok && outcome.refusal.kind === "unavailable";
