import type { Context } from "../../../platform/context/context.ts";
import type {
  IdentityProvider,
  ProviderKind,
} from "../domain/identity-provider.ts";
import type {
  ProtocolMoment,
  SignInProtocol,
} from "../domain/sign-in-protocol.ts";
import type { FederationPorts } from "../ports.ts";
import { findProvider, type StoredProvider } from "../store/provider-store.ts";

/** Purposes that encrypted values are bound to. */
export const purposes = {
  secrets: (provider: string) => `federation.secrets:${provider}`,
  question: (attemptId: string) => `federation.question:${attemptId}`,
  outcome: (attemptId: string) => `federation.outcome:${attemptId}`,
  hint: (sessionId: string) => `federation.hint:${sessionId}`,
  subject: (provider: string) => `federation.subject:${provider}`,
} as const;

/** The protocol that speaks with this kind. Throws when none was wired: the settings were made by a version that had it. */
export function protocolFor(
  { protocols }: Pick<FederationPorts, "protocols">,
  kind: ProviderKind,
): SignInProtocol {
  const found = protocols.find((protocol) => protocol.kinds.includes(kind));
  if (!found) throw new Error(`federation: no protocol for ${kind}`);
  return found;
}

/** A provider that is offered, with its secrets. */
export async function findOffered(
  context: Context,
  key: string,
): Promise<IdentityProvider | undefined> {
  const provider = await findConfigured(context, key);
  return provider?.isEnabled ? provider : undefined;
}

/** A provider, offered or not. */
export async function findConfigured(
  context: Context,
  key: string,
): Promise<IdentityProvider | undefined> {
  const row = await context.transaction((db) =>
    findProvider(db, context.tenantId, key),
  );
  return row && openProvider(context, row);
}

/** A stored provider with its secrets opened. */
export async function openProvider(
  context: Context,
  row: StoredProvider,
): Promise<IdentityProvider> {
  const secrets = await context.cipher.decrypt(
    row.secrets,
    purposes.secrets(row.key),
  );
  return {
    key: row.key,
    kind: row.kind,
    name: { de: row.name_de, en: row.name_en },
    description: { de: row.description_de, en: row.description_en },
    configuration: row.configuration,
    secrets: JSON.parse(secrets.toString()),
    assuranceLevel: row.assurance_level,
    portalTenantId: row.portal_tenant_id ?? undefined,
    isEnabled: row.enabled,
    updatedAt: row.updated_at,
  };
}

/** Now, how long it may take, and where answers go: on the installation's own host, for all portals. */
export function momentFor(
  { now }: Context,
  ports: FederationPorts,
  provider: Pick<IdentityProvider, "key" | "kind">,
): ProtocolMoment {
  const installationAddress = ports.baseUrlOf({ host: "" });
  const { name } = protocolFor(ports, provider.kind);
  return {
    now,
    signal: AbortSignal.timeout(ports.answerDeadlineMs),
    installationAddress,
    returnAddress: `${installationAddress}/anmelden/rueckkehr/${name}/${provider.key}`,
    signedOutAddress: `${installationAddress}/abmelden/rueckkehr/${provider.key}`,
  };
}
