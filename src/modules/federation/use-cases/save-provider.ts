import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { ProvenLevel } from "../../accounts/index.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  isProviderKey,
  type LocalText,
  type ProviderKind,
} from "../domain/identity-provider.ts";
import type { ProviderSettings } from "../domain/sign-in-protocol.ts";
import type { FederationPorts } from "../ports.ts";
import {
  saveProvider as store,
  setProviderEnabled,
} from "../store/provider-store.ts";
import { protocolFor, purposes } from "./ground.ts";

export type ProviderEntry = {
  readonly key: string;
  readonly kind: ProviderKind;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly settings: ProviderSettings;
  readonly assuranceLevel: ProvenLevel;
  /** Undefined: all portals. */
  readonly portalTenantId: string | undefined;
};

export type SaveProviderRefusal =
  | { readonly kind: "not-permitted" | "key-invalid" | "key-of-another-kind" }
  /** One line for each field, as the schema says it. */
  | { readonly kind: "settings-invalid"; readonly problems: readonly string[] };

/** Sets up an identity provider, or changes the one with this key; it is offered from then on. For operators. */
export async function saveProvider(
  context: Context,
  ports: FederationPorts,
  entry: ProviderEntry,
): Promise<Result<void, SaveProviderRefusal>> {
  if (!context.actor.may("operator")) return refuse({ kind: "not-permitted" });
  if (!isProviderKey(entry.key)) return refuse({ kind: "key-invalid" });
  const parsed = parseSettings(ports, entry);
  if (!parsed.ok) return parsed;
  const { configuration, secrets } = parsed.value;
  const sealed = await context.cipher.encrypt(
    Buffer.from(JSON.stringify(secrets)),
    purposes.secrets(entry.key),
  );
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    const isSaved = await store(db, tenantId, {
      ...entry,
      configuration,
      secrets: sealed,
      now,
    });
    if (!isSaved) return refuse({ kind: "key-of-another-kind" });
    await recordAudit(context, db, {
      action: "identity-provider.saved",
      subject: { kind: "identity-provider", id: entry.key },
      details: { kind: entry.kind, level: entry.assuranceLevel },
    });
    return ok(undefined);
  });
}

/** Takes a provider off the sign-in pages, or puts it back. Sessions opened with it go on. For operators. */
export async function enableProvider(
  context: Context,
  change: { readonly key: string; readonly enabled: boolean },
): Promise<Result<void, { readonly kind: "not-permitted" | "not-found" }>> {
  if (!context.actor.may("operator")) return refuse({ kind: "not-permitted" });
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    const isThere = await setProviderEnabled(db, tenantId, { ...change, now });
    if (!isThere) return refuse({ kind: "not-found" });
    await recordAudit(context, db, {
      action: change.enabled
        ? "identity-provider.enabled"
        : "identity-provider.disabled",
      subject: { kind: "identity-provider", id: change.key },
    });
    return ok(undefined);
  });
}

function parseSettings(
  ports: FederationPorts,
  { kind, settings }: ProviderEntry,
): Result<ProviderSettings, SaveProviderRefusal> {
  try {
    return ok(protocolFor(ports, kind).parseSettings(settings));
  } catch (error) {
    const problems = problemsIn(error);
    if (!problems) throw error;
    return refuse({ kind: "settings-invalid", problems });
  }
}

/** `clientId: Invalid input: expected string, received undefined` */
function problemsIn(error: unknown): readonly string[] | undefined {
  if (!(error instanceof Error) || !("issues" in error)) return undefined;
  const { issues } = error;
  if (!Array.isArray(issues)) return undefined;
  return issues.map((issue: { path?: unknown[]; message?: string }) =>
    [issue.path?.join("."), issue.message].filter(Boolean).join(": "),
  );
}
