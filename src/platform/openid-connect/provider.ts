import {
  createRemoteJWKSet,
  customFetch as customKeyFetch,
  importJWK,
  type CryptoKey,
  type JWK,
  type RemoteJWKSet,
} from "jose";
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  clockSkew,
  clockTolerance,
  Configuration,
  customFetch,
  discovery,
  enableDecryptingResponses,
  enableNonRepudiationChecks,
  getJwksCache,
  None,
  PrivateKeyJwt,
  setJwksCache,
  type ClientAuth,
  type ServerMetadata,
} from "openid-client";
import { guardedFetch } from "./guarded-fetch.ts";
import { OpenIdFault, refusalOf } from "./refusal.ts";
import type {
  ClientAuthentication,
  Moment,
  OpenIdGround,
  RelyingPartySettings,
} from "./settings.ts";

/** Clocks of two machines differ by this much at most. */
export const toleranceSeconds = 30;

const freshForMs = 10 * 60_000;
const usableForMs = 24 * 60 * 60_000;

/** What is known of one provider: its metadata and keys are kept, everything else is made anew for each operation. */
export type Provider = {
  readonly settings: RelyingPartySettings;
  readonly ground: OpenIdGround;
  /** The library's configuration for one operation: its clock, its deadline, all checks switched on. Throws `OpenIdFault`. */
  configurationAt(moment: Moment): Promise<Configuration>;
  /** Metadata from the provider itself, past what is kept. Throws what the library throws. */
  discoverAt(moment: Moment): Promise<ServerMetadata>;
  /** Keeps the keys that an operation has fetched. */
  keepKeysOf(configuration: Configuration): void;
  /** The same keys for tokens that come by themselves; fetched anew at most every half minute, whatever comes. */
  keySetAt(address: string): RemoteJWKSet;
};

type Kept = {
  metadata?: { readonly value: ServerMetadata; readonly readAt: number };
  keys?: NonNullable<ReturnType<typeof getJwksCache>>;
  keySet?: { readonly address: string; readonly keys: RemoteJWKSet };
};

export function openProvider(
  settings: RelyingPartySettings,
  ground: OpenIdGround,
): Provider {
  const kept: Kept = {};
  const authentication = onceOnly(() => clientAuthOf(settings.authentication));
  const decryption = onceOnly(() => decryptionOf(settings.decryptionKey));
  const discoverAt = async (moment: Moment): Promise<ServerMetadata> => {
    const value = await discover({ settings, ground }, moment);
    kept.metadata = { value, readAt: moment.now.getTime() };
    return value;
  };
  return {
    settings,
    ground,
    discoverAt,
    configurationAt: async (moment) => {
      const metadata = await metadataAt(kept, discoverAt, moment);
      const configuration = new Configuration(
        metadata,
        settings.clientId,
        clockAt(moment.now),
        await authentication(),
      );
      guard(configuration, ground, moment);
      const key = await decryption();
      if (key) enableDecryptingResponses(configuration, contentAlgorithms, key);
      if (kept.keys) setJwksCache(configuration, kept.keys);
      return configuration;
    },
    keepKeysOf: (configuration) => {
      const keys = getJwksCache(configuration);
      if (keys) kept.keys = keys;
    },
    keySetAt: (address) => {
      if (kept.keySet?.address !== address)
        kept.keySet = { address, keys: openKeySet(address, ground) };
      return kept.keySet.keys;
    },
  };
}

const keysTimeoutMs = 3_000;

function openKeySet(address: string, ground: OpenIdGround): RemoteJWKSet {
  return createRemoteJWKSet(new URL(address), {
    timeoutDuration: keysTimeoutMs,
    [customKeyFetch]: (url, asked) =>
      guardedFetch(ground, asked.signal)(url, asked),
  });
}

/** @see RFC 7518 section 5.1; the CBC ones are left out as TR-03116-4 wants it */
export const contentAlgorithms = ["A128GCM", "A192GCM", "A256GCM"];

function guard(
  configuration: Configuration,
  ground: OpenIdGround,
  { signal }: Moment,
): void {
  configuration[customFetch] = guardedFetch(ground, signal);
  // Which hosts may be called without TLS is decided in guardedFetch.
  if (ground.plainHttp === "to-this-machine") unlockPlainHttp(configuration);
  // Without it the library takes ID tokens from the token endpoint unseen. @see TR-03172-3 A3.10.02
  enableNonRepudiationChecks(configuration);
}

/** The library knows it by identity, so it is handed on as it is. */
const unlockPlainHttp: (configuration: Configuration) => void =
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to warn of it; guardedFetch lets it reach this machine only
  allowInsecureRequests;

/** The library reads the clock of the process; this makes it see the time of the operation. */
function clockAt(now: Date) {
  const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);
  return {
    [clockSkew]: seconds(now.getTime()) - seconds(Date.now()),
    [clockTolerance]: toleranceSeconds,
  };
}

async function metadataAt(
  kept: Kept,
  discoverAt: Provider["discoverAt"],
  moment: Moment,
): Promise<ServerMetadata> {
  const { metadata } = kept;
  const ageMs = metadata && moment.now.getTime() - metadata.readAt;
  if (metadata && ageMs !== undefined && ageMs < freshForMs)
    return metadata.value;
  try {
    return await discoverAt(moment);
  } catch (error) {
    const refusal = refusalOf(error);
    const isUsable = ageMs !== undefined && ageMs < usableForMs;
    // What was true an hour ago nearly always still is; the endpoints themselves may well answer.
    if (metadata && isUsable && refusal.kind === "unavailable")
      return metadata.value;
    throw new OpenIdFault(asDiscovery(refusal));
  }
}

/** An answer of discovery that fails a check is a fault of the settings: another issuer, no such document. */
export function asDiscovery(
  refusal: ReturnType<typeof refusalOf>,
): ReturnType<typeof refusalOf> {
  return refusal.kind === "answer-not-valid"
    ? { kind: "misconfigured", reason: `discovery:${refusal.reason}` }
    : refusal;
}

async function discover(
  {
    settings,
    ground,
  }: {
    readonly settings: RelyingPartySettings;
    readonly ground: OpenIdGround;
  },
  { signal }: Moment,
): Promise<ServerMetadata> {
  const configuration = await discovery(
    new URL(settings.issuer),
    settings.clientId,
    undefined,
    undefined,
    {
      [customFetch]: guardedFetch(ground, signal),
      execute: ground.plainHttp === "to-this-machine" ? [unlockPlainHttp] : [],
    },
  );
  return withSafeAlgorithms(configuration.serverMetadata());
}

/** A provider may offer `none` and `HS256` to others; from here on it does not. */
function withSafeAlgorithms(metadata: ServerMetadata): ServerMetadata {
  const safe = (offered: readonly string[] | undefined) =>
    offered?.filter((algorithm) => /^(?:RS|PS|ES|Ed)/.test(algorithm));
  const idTokens = safe(metadata.id_token_signing_alg_values_supported);
  const userInfo = safe(metadata.userinfo_signing_alg_values_supported);
  return {
    ...metadata,
    ...(idTokens && { id_token_signing_alg_values_supported: idTokens }),
    ...(userInfo && { userinfo_signing_alg_values_supported: userInfo }),
  };
}

async function clientAuthOf(
  authentication: ClientAuthentication,
): Promise<ClientAuth> {
  switch (authentication.kind) {
    case "secret-basic":
      return ClientSecretBasic(authentication.secret);
    case "secret-basic-unencoded":
      return (...[, client, , headers]: Parameters<ClientAuth>) => {
        const pair = `${client.client_id}:${authentication.secret}`;
        headers.set(
          "authorization",
          `Basic ${Buffer.from(pair).toString("base64")}`,
        );
      };
    case "secret-post":
      return ClientSecretPost(authentication.secret);
    case "private-key":
      return PrivateKeyJwt(await privateKeyOf(authentication.key));
    case "none":
      return None();
  }
}

async function decryptionOf(key: JWK | undefined) {
  if (!key) return undefined;
  const imported = await privateKeyOf(key);
  return key.alg === undefined ? imported : { ...imported, alg: key.alg };
}

async function privateKeyOf(
  jwk: JWK,
): Promise<{ readonly key: CryptoKey; readonly kid?: string }> {
  const key = await importJWK(jwk, jwk.alg);
  if (key instanceof Uint8Array)
    throw new TypeError("openid: a symmetric key cannot be used here");
  return { key, ...(jwk.kid !== undefined && { kid: jwk.kid }) };
}

function onceOnly<T>(make: () => Promise<T>): () => Promise<T> {
  const made: { promise?: Promise<T> } = {};
  return () => (made.promise ??= make());
}
