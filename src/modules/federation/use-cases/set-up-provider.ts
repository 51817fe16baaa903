import { refuse, type Result } from "../../../platform/result/result.ts";
import { isAmongHosts } from "../../../platform/values/host-pattern.ts";
import {
  isProviderKey,
  type IdentityProvider,
} from "../domain/identity-provider.ts";
import type { ProviderSettings } from "../domain/sign-in-protocol.ts";
import type { FederationPorts } from "../ports.ts";
import { findConfigured, protocolFor } from "./ground.ts";
import {
  findKept,
  keepsAll,
  keepsOwnProviders,
  mayChange,
  type Keeper,
} from "./keeper.ts";
import {
  parseSettings,
  storeProvider,
  type ProviderEntry,
  type SaveProviderRefusal,
} from "./save-provider.ts";

export type ProviderInput = Omit<ProviderEntry, "settings"> & {
  /** Without what was left empty; checked by the protocol. */
  readonly configuration: Readonly<Record<string, unknown>>;
  /** Those that were typed; the others stay as they are. */
  readonly secrets: Readonly<Record<string, unknown>>;
  /** Makes a new key of our own; the one before stays usable. */
  readonly renewsKey: boolean;
};

export type SetUpRefusal =
  | SaveProviderRefusal
  | { readonly kind: "not-found" | "key-taken" }
  /** An administrator named a host that the operator has not released. */
  | { readonly kind: "host-not-released"; readonly hosts: readonly string[] };

/** Sets a provider up, not offered yet: it is tried first. Keys that its protocol needs are made here. */
export async function addProvider(
  keeper: Keeper,
  ports: FederationPorts,
  input: ProviderInput,
): Promise<Result<void, SetUpRefusal>> {
  if (!keepsAll(keeper) && !keeper.here.actor.may(keepsOwnProviders))
    return refuse({ kind: "not-permitted" });
  if (await findConfigured(keeper.installation, input.key))
    return refuse({ kind: "key-taken" });
  return store(keeper, ports, { input, before: undefined });
}

/** Changes a provider; its kind stays, for its identities would be others. Metadata that was uploaded stays until other is given. */
export async function changeProvider(
  keeper: Keeper,
  ports: FederationPorts,
  input: ProviderInput,
): Promise<Result<void, SetUpRefusal>> {
  const before = await findKept(keeper, input.key);
  if (!before) return refuse({ kind: "not-found" });
  if (!mayChange(keeper, before)) return refuse({ kind: "not-permitted" });
  const { kind } = before;
  return store(keeper, ports, { input: { ...input, kind }, before });
}

type Storing = {
  readonly input: ProviderInput;
  readonly before: IdentityProvider | undefined;
};

async function store(
  keeper: Keeper,
  ports: FederationPorts,
  storing: Storing,
): Promise<Result<void, SetUpRefusal>> {
  const { before, input } = storing;
  const settings = await settingsFor(ports, storing);
  const refusal =
    faultsIn(ports, { input, settings }) ??
    notReleasedIn(keeper, ports, { input, settings });
  if (refusal) return refuse(refusal);
  const stored = await storeProvider(keeper, ports, {
    ...input,
    ...(keepsAll(keeper) ? {} : ofAdministrator(keeper)),
    settings,
    isEnabled: before?.isEnabled ?? false,
    isNew: before === undefined,
  });
  if (stored.ok) return stored;
  const isTaken = !before && stored.refusal.kind === "key-of-another-kind";
  return isTaken ? refuse({ kind: "key-taken" }) : stored;
}

async function settingsFor(
  ports: FederationPorts,
  { before, input }: Storing,
): Promise<ProviderSettings> {
  const { makeSecrets } = protocolFor(ports, input.kind);
  const known = before?.secrets;
  const needsKey = !before || input.renewsKey;
  return {
    configuration: { ...keptMetadata(input, before), ...input.configuration },
    secrets: {
      ...(isRecord(known) && known),
      ...(needsKey && (await makeSecrets?.(known))),
      ...input.secrets,
    },
  };
}

type Checked = {
  readonly input: ProviderInput;
  readonly settings: ProviderSettings;
};

/** All that is wrong in one go: nobody mends a form field by field. */
function faultsIn(
  ports: FederationPorts,
  { input, settings }: Checked,
): SetUpRefusal | undefined {
  const { key, kind } = input;
  const parsed = parseSettings(ports, { kind, settings });
  const missing = [
    ...(isProviderKey(key) ? [] : ["key"]),
    ...(["name", "description"] as const).filter((it) => input[it].de === ""),
  ];
  const problems = missing.map((field) => `${field}: is needed`);
  if (!parsed.ok)
    return {
      kind: "settings-invalid",
      problems: [...problems, ...parsed.refusal.problems],
      fields: [...missing, ...parsed.refusal.fields],
    };
  return missing.length === 0
    ? undefined
    : { kind: "settings-invalid", problems, fields: missing };
}

/** The operator calls whom they like; an administrator must not make the portal call hosts inside its network. */
function notReleasedIn(
  keeper: Keeper,
  ports: FederationPorts,
  { input, settings }: Checked,
): SetUpRefusal | undefined {
  if (keepsAll(keeper)) return undefined;
  const named = protocolFor(ports, input.kind).addressesIn(settings);
  const hosts = hostsOf(named).filter(
    (host) => !isAmongHosts(host, ports.releasedHosts),
  );
  return hosts.length === 0 ? undefined : { kind: "host-not-released", hosts };
}

/** For the own portal, and no surer than a password until the operator says so. */
const ofAdministrator = ({ here }: Keeper) => ({
  portalTenantId: here.tenantId,
  assuranceLevel: "low" as const,
});

function keptMetadata(
  { configuration }: ProviderInput,
  before: IdentityProvider | undefined,
): { readonly metadata?: unknown } {
  const known = before?.configuration;
  return "metadataAddress" in configuration ||
    !isRecord(known) ||
    known["metadata"] === undefined
    ? {}
    : { metadata: known["metadata"] };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const hostsOf = (addresses: readonly string[]) => [
  ...new Set(
    addresses.flatMap((address) => URL.parse(address)?.hostname ?? []),
  ),
];
