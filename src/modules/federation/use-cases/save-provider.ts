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
import { findKept, mayChange, type Keeper } from "./keeper.ts";
import { noteAtAuthority } from "./note-at-authority.ts";

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

export type SettingsRefusal = {
  readonly kind: "settings-invalid";
  /** One line for each field, as the schema says it. */
  readonly problems: readonly string[];
  /** Names of the settings, such as `issuer`; of a value's mapping `attributes.familyName`. */
  readonly fields: readonly string[];
};

export type SaveProviderRefusal =
  | { readonly kind: "not-permitted" | "key-invalid" | "key-of-another-kind" }
  | SettingsRefusal;

/** Sets up an identity provider, or changes the one with this key; it is offered from then on. For operators and commands. */
export async function saveProvider(
  context: Context,
  ports: FederationPorts,
  entry: ProviderEntry,
): Promise<Result<void, SaveProviderRefusal>> {
  if (!context.actor.may("operator")) return refuse({ kind: "not-permitted" });
  const keeper = { here: context, installation: context };
  return storeProvider(keeper, ports, { ...entry, isEnabled: true });
}

/** Checks the settings and stores them, secrets encrypted. Who may do so was asked before. */
export async function storeProvider(
  keeper: Keeper,
  ports: FederationPorts,
  entry: ProviderEntry & {
    readonly isEnabled: boolean;
    /** Refuses a key that is taken. */
    readonly isNew?: boolean;
  },
): Promise<Result<void, SaveProviderRefusal>> {
  if (!isProviderKey(entry.key)) return refuse({ kind: "key-invalid" });
  const parsed = parseSettings(ports, entry);
  if (!parsed.ok) return parsed;
  const { configuration, secrets } = parsed.value;
  const { installation } = keeper;
  const { tenantId, now } = installation;
  const sealed = await installation.cipher.encrypt(
    Buffer.from(JSON.stringify(secrets)),
    purposes.secrets(entry.key),
  );
  const isSaved = await installation.transaction(async (db) => {
    const isStored = await store(db, tenantId, {
      ...entry,
      configuration,
      secrets: sealed,
      now,
    });
    if (isStored) await recordAudit(installation, db, savedEntry(entry));
    return isStored;
  });
  if (!isSaved) return refuse({ kind: "key-of-another-kind" });
  await noteAtAuthority(keeper, savedEntry(entry));
  return ok(undefined);
}

const savedEntry = ({ key, kind, assuranceLevel }: ProviderEntry) => ({
  action: "identity-provider.saved",
  subject: { kind: "identity-provider", id: key },
  details: { kind, level: assuranceLevel },
});

/** Takes a provider off the sign-in pages, or puts it back. Sessions opened with it go on. */
export async function enableProvider(
  keeper: Keeper,
  change: { readonly key: string; readonly enabled: boolean },
): Promise<Result<void, { readonly kind: "not-permitted" | "not-found" }>> {
  const provider = await findKept(keeper, change.key);
  if (!provider) return refuse({ kind: "not-found" });
  if (!mayChange(keeper, provider)) return refuse({ kind: "not-permitted" });
  const { installation } = keeper;
  const { tenantId, now } = installation;
  const entry = {
    action: change.enabled
      ? "identity-provider.enabled"
      : "identity-provider.disabled",
    subject: { kind: "identity-provider", id: change.key },
  };
  await installation.transaction(async (db) => {
    await setProviderEnabled(db, tenantId, { ...change, now });
    await recordAudit(installation, db, entry);
  });
  await noteAtAuthority(keeper, entry);
  return ok(undefined);
}

/** The settings as their protocol takes them. */
export function parseSettings(
  ports: FederationPorts,
  { kind, settings }: Pick<ProviderEntry, "kind" | "settings">,
): Result<ProviderSettings, SettingsRefusal> {
  try {
    return ok(protocolFor(ports, kind).parseSettings(settings));
  } catch (error) {
    const issues = issuesIn(error);
    if (!issues) throw error;
    return refuse({
      kind: "settings-invalid",
      problems: issues.map(problemOf),
      fields: [...new Set(issues.map(fieldOf))],
    });
  }
}

type Issue = {
  readonly path?: readonly PropertyKey[];
  readonly message?: string;
};

function issuesIn(error: unknown): readonly Issue[] | undefined {
  if (!(error instanceof Error) || !("issues" in error)) return undefined;
  const { issues } = error;
  return Array.isArray(issues) ? issues : undefined;
}

/** `clientId: Invalid input: expected string, received undefined` */
const problemOf = ({ path, message }: Issue): string =>
  [path?.join("."), message].filter(Boolean).join(": ");

function fieldOf({ path = [] }: Issue): string {
  const [first, ...rest] = path.map(String);
  const [name = "", part] =
    first === "configuration" || first === "secrets" ? rest : [first, ...rest];
  return name === "attributes" && part !== undefined ? `${name}.${part}` : name;
}
