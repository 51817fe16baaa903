import type { Context } from "../../../platform/context/context.ts";
import { enqueueForTenant } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { pollAllJob, sourcePurpose } from "../domain/arrival.ts";
import type { Inbox } from "../domain/inbox.ts";
import { findSource, listSources, writeSource } from "../store/source-store.ts";
import { parseEntered, readEntered } from "./open-source.ts";
import { wake } from "./wake.ts";
import { secretNames } from "./view-sources.ts";

export type SaveSourceInput = {
  /** Left out for a new one. */
  readonly sourceId?: string | undefined;
  readonly name: string;
  readonly inboxKey: string;
  readonly isEnabled: boolean;
  readonly options: Readonly<Record<string, unknown>>;
};

export type SaveSourceRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  | { readonly kind: "name-taken" }
  /** Names of the options that do not fit. */
  | { readonly kind: "options-invalid"; readonly fields: readonly string[] };

/** Sets up a place outside that is asked for applications, or changes one. A secret that is left out stays as it was. Audited. */
export async function saveSource(
  context: Context,
  input: SaveSourceInput,
  inboxes: ReadonlyMap<string, Inbox>,
): Promise<Result<{ readonly sourceId: string }, SaveSourceRefusal>> {
  if (!context.actor.may("delivery.edit"))
    return refuse({ kind: "not-permitted" });
  const inbox = inboxes.get(input.inboxKey);
  const kept = inbox && (await keptSecrets(context, input, inbox));
  if (!inbox || !kept) return refuse({ kind: "not-found" });
  const entered = { ...kept, ...input.options };
  const parsed = parseEntered(context, inbox, entered);
  if (!parsed.ok)
    return refuse({ kind: "options-invalid", fields: parsed.fields });
  const { sourceId: id = newId(), name, inboxKey, isEnabled } = input;
  const { tenantId, now, cipher } = context;
  const options = await cipher.encrypt(
    Buffer.from(JSON.stringify(entered)),
    sourcePurpose(id),
  );
  return context.transaction(async (db) => {
    const sources = await listSources(db, tenantId);
    if (sources.some((other) => other.name === name && other.id !== id))
      return refuse({ kind: "name-taken" });
    await writeSource(db, tenantId, {
      id,
      name,
      inboxKey,
      options,
      isEnabled,
      now,
    });
    await recordAudit(context, db, {
      action: "arrival.source-saved",
      subject: { kind: "source", id },
      details: { inbox: inboxKey, enabled: isEnabled },
    });
    if (isEnabled) {
      await wake(context, db, id);
      await enqueueForTenant(db, pollAllJob);
    }
    return ok({ sourceId: id });
  });
}

async function keptSecrets(
  context: Context,
  { sourceId, inboxKey }: SaveSourceInput,
  inbox: Inbox,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (sourceId === undefined) return {};
  const stored = await context.transaction((db) =>
    findSource(db, context.tenantId, sourceId),
  );
  if (stored?.inboxKey !== inboxKey) return undefined;
  const secrets = secretNames(inbox);
  const entries = Object.entries(await readEntered(context, stored));
  return Object.fromEntries(entries.filter(([name]) => secrets.has(name)));
}
