import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { ProviderReport } from "../../../platform/openid-connect/inspect-provider.ts";
import type { RelyingParty } from "../../../platform/openid-connect/relying-party.ts";
import { isAmongHosts } from "../../../platform/values/host-pattern.ts";
import { recordAudit } from "../../audit/index.ts";
import type { DirectorySettings } from "../domain/directory.ts";
import { roles } from "../domain/roles.ts";
import type { OpenRelyingParty } from "../ports.ts";
import { findDirectory, saveDirectory } from "../store/directory-store.ts";

const text = z.string().trim().min(1).max(300);

const schema = z.object({
  label: text,
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: text,
  authentication: z.enum([
    "secret-basic",
    "secret-basic-unencoded",
    "secret-post",
  ]),
  scopes: z.array(text).max(20),
  acrValues: z.array(text).max(20),
  groupsClaim: z
    .string()
    .trim()
    .regex(/^[\w-]+(?:\.[\w-]+)*$/),
  groupsOfRole: z.partialRecord(z.enum(roles), z.array(text).max(100)),
});

/** A user directory as it was set up. */
export type Directory = {
  readonly settings: DirectorySettings;
  readonly isEnabled: boolean;
};

/** The user directory of this portal's authority; undefined where none was set up. */
export async function findDirectorySettings(
  context: Context,
): Promise<Directory | undefined> {
  const stored = await context.read((db) =>
    findDirectory(db, context.tenantId),
  );
  return (
    stored && {
      settings: schema.parse(stored.settings),
      isEnabled: stored.enabled,
    }
  );
}

export type SaveDirectoryRefusal =
  | { readonly kind: "not-permitted" }
  /** An administrator named a host that the operator has not released. */
  | { readonly kind: "host-not-released" }
  | {
      readonly kind: "invalid";
      readonly fields: readonly (keyof DirectorySettings | "clientSecret")[];
    };

export type DirectoryInput = {
  /** Checked here, whatever it is. */
  readonly settings: unknown;
  /** Empty: the one that is stored stays. */
  readonly clientSecret: string;
  readonly isEnabled: boolean;
  /** Hosts that administrators may name, `*.` in front for every name below: they must not make the portal call hosts inside its network. */
  readonly releasedHosts: readonly string[];
};

/** Sets the user directory up or changes it. Needs `staff.manage`. The secret is stored encrypted and never shown again. */
export async function saveDirectorySettings(
  context: Context,
  { settings, clientSecret, isEnabled, releasedHosts }: DirectoryInput,
): Promise<Result<void, SaveDirectoryRefusal>> {
  const { actor, tenantId, now } = context;
  if (!actor.may("staff.manage")) return refuse({ kind: "not-permitted" });
  const parsed = schema.safeParse(settings);
  const stored = await context.read((db) => findDirectory(db, tenantId));
  const isSecretMissing = clientSecret === "" && !stored;
  if (!parsed.success || isSecretMissing)
    return refuse({
      kind: "invalid",
      fields: [
        ...new Set(parsed.error?.issues.flatMap(({ path }) => fieldsIn(path))),
        ...(isSecretMissing ? (["clientSecret"] as const) : []),
      ],
    });
  if (!mayName(context, parsed.data.issuer, releasedHosts))
    return refuse({ kind: "host-not-released" });
  const sealed =
    clientSecret === "" && stored
      ? stored.client_secret
      : await context.cipher.encrypt(
          Buffer.from(clientSecret),
          directorySecretPurpose,
        );
  await context.transaction(async (db) => {
    await saveDirectory(db, tenantId, {
      settings: JSON.stringify(parsed.data),
      clientSecret: sealed,
      isEnabled,
      now,
    });
    await recordAudit(context, db, {
      action: "staff.directory-saved",
      subject: { kind: "directory", id: tenantId },
      details: { isEnabled },
    });
  });
  return ok(undefined);
}

/** The operator calls whom they like. */
function mayName(
  { actor }: Context,
  issuer: string,
  releasedHosts: readonly string[],
): boolean {
  return (
    actor.may("operator") ||
    isAmongHosts(new URL(issuer).hostname, releasedHosts)
  );
}

const fieldNames = schema.keyof().options;

function fieldsIn(path: readonly PropertyKey[]): (keyof DirectorySettings)[] {
  return fieldNames.filter((name) => name === path[0]);
}

export const directorySecretPurpose = "staff.directory-secret";

/** The directory and a relying party for it; undefined where none is set up, or it is switched off and `evenDisabled` is not given. */
export async function openDirectory(
  context: Context,
  open: OpenRelyingParty,
  { evenDisabled = false } = {},
): Promise<
  | { readonly settings: DirectorySettings; readonly party: RelyingParty }
  | undefined
> {
  const stored = await context.read((db) =>
    findDirectory(db, context.tenantId),
  );
  if (!stored || (!stored.enabled && !evenDisabled)) return undefined;
  const settings = schema.parse(stored.settings);
  const secret = await context.cipher.decrypt(
    stored.client_secret,
    directorySecretPurpose,
  );
  const { issuer, clientId, authentication } = settings;
  const party = open({
    issuer,
    clientId,
    authentication: { kind: authentication, secret: secret.toString() },
  });
  return { settings, party };
}

/** Asks the directory for everything that can be checked without a person. Needs `staff.manage`; undefined where none is set up. */
export async function inspectDirectory(
  context: Context,
  open: OpenRelyingParty,
): Promise<
  Result<ProviderReport | undefined, { readonly kind: "not-permitted" }>
> {
  if (!context.actor.may("staff.manage"))
    return refuse({ kind: "not-permitted" });
  const directory = await openDirectory(context, open, { evenDisabled: true });
  const moment = { now: context.now, signal: AbortSignal.timeout(3_000) };
  return ok(directory && (await directory.party.inspect(moment)));
}
