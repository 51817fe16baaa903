import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import type { Connector, OptionExpiry } from "../domain/connector.ts";
import {
  optionsPurpose,
  type DestinationDraft,
} from "../domain/destination.ts";
import {
  findDestination,
  findDestinationIdByName,
  replaceRoutes,
  writeDestination,
} from "../store/destination-store.ts";
import {
  parseOptions,
  readEntered,
  secretNames,
  type OptionReasons,
} from "./read-options.ts";

export type SaveDestinationRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  | { readonly kind: "unknown-connector" }
  | { readonly kind: "name-taken" }
  /** Names of the options that do not fit, with a code where the connector says why. */
  | {
      readonly kind: "options-invalid";
      readonly fields: readonly string[];
      readonly reasons: OptionReasons;
    };

export type SaveDestinationInput = DestinationDraft & {
  /** Left out for a new one. */
  readonly destinationId?: string;
};

/**
 * Creates or changes a destination and what goes there. Options are parsed by its connector and stored encrypted; a secret that is left
 * out stays as it was. The connector of a destination is never changed: what lies at it was made for that one. Audited.
 */
export async function saveDestination(
  context: Context,
  input: SaveDestinationInput,
  connectors: ReadonlyMap<string, Connector>,
): Promise<Result<{ destinationId: string }, SaveDestinationRefusal>> {
  if (!context.actor.may("delivery.edit"))
    return refuse({ kind: "not-permitted" });
  const connector = connectors.get(input.connectorKey);
  if (!connector) return refuse({ kind: "unknown-connector" });
  const kept = await keptSecrets(context, input, connector);
  if (!kept) return refuse({ kind: "not-found" });
  const options = { ...kept, ...input.options };
  const parsed = parseOptions(context, connector, options);
  if (!parsed.ok)
    return refuse({
      kind: "options-invalid",
      fields: parsed.fields,
      reasons: parsed.reasons,
    });
  const expiry = connector.expiryOf?.(parsed.value);
  if (expiry && expiry.at <= context.now) return ended(expiry);

  return context.transaction(async (db) => {
    const { destinationId = newId() } = input;
    const sameName = await findDestinationIdByName(
      db,
      context.tenantId,
      input.name,
    );
    if (sameName !== undefined && sameName !== destinationId)
      return refuse({ kind: "name-taken" });

    await putDestination(context, db, {
      ...input,
      options,
      destinationId,
      expiresAt: expiry?.at,
    });
    await recordAudit(context, db, {
      action: "delivery.destination-saved",
      subject: { kind: "destination", id: destinationId },
      details: { connector: input.connectorKey, enabled: input.isEnabled },
    });
    return ok({ destinationId });
  });
}

const ended = ({ option }: OptionExpiry) =>
  refuse({
    kind: "options-invalid" as const,
    fields: [option],
    reasons: { [option]: "certificate-expired" },
  });

/** Secrets that are stored; none of a new destination. Undefined: there is no such destination with this connector. */
async function keptSecrets(
  context: Context,
  { destinationId, connectorKey }: SaveDestinationInput,
  connector: Connector,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (destinationId === undefined) return {};
  const stored = await context.transaction((db) =>
    findDestination(db, context.tenantId, destinationId),
  );
  if (stored?.connectorKey !== connectorKey) return undefined;
  const secrets = secretNames(connector);
  const entries = Object.entries(await readEntered(context, stored));
  return Object.fromEntries(entries.filter(([name]) => secrets.has(name)));
}

/** Writes destination and routes without asking who wants it: for callers that have, and for demo data. */
export async function putDestination(
  context: Context,
  db: Db,
  destination: DestinationDraft & {
    readonly destinationId: string;
    readonly expiresAt?: Date | undefined;
  },
): Promise<void> {
  const { destinationId, name, connectorKey, isEnabled } = destination;
  const encryptedOptions = await context.cipher.encrypt(
    Buffer.from(JSON.stringify(destination.options)),
    optionsPurpose(destinationId),
  );
  const { tenantId, now } = context;
  await writeDestination(db, tenantId, {
    destinationId,
    name,
    connectorKey,
    encryptedOptions,
    isEnabled,
    operation: destination.operation,
    expiresAt: destination.expiresAt,
    now,
  });
  await replaceRoutes(db, tenantId, destination);
}
