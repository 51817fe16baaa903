import {
  readClientData,
  type AssertionResponse,
  type NewKeyResponse,
} from "./responses.ts";

/** For whom keys are made and where they are used. */
export type RelyingParty = {
  /** Domain that keys belong to; see `relyingPartyId`. */
  readonly id: string;
  readonly name: string;
  /** The only origin that answers may come from, e.g. `https://schwerin.portal.example`. */
  readonly origin: string;
};

/** A key as it is stored. */
export type StoredKey = {
  readonly id: Buffer;
  readonly publicKey: Buffer;
  readonly transports: readonly string[];
};

export type NewKey = StoredKey & { readonly signCount: number };

/** Ten megabytes with what it needs: loaded by processes in which somebody uses a passkey. */
const loadWebAuthn = () => import("@simplewebauthn/server");

/** Time to touch the sensor or to find the phone. */
const timeoutMs = 5 * 60_000;

/**
 * The domain that keys of all hosts below it belong to. Browsers take no single label such as `localhost` for its subdomains; there, keys
 * belong to one host. @see WebAuthn section 5.1.2, "registrable domain suffix of or is equal to"
 */
export function relyingPartyId(baseDomain: string, host: string): string {
  return baseDomain.includes(".") ? baseDomain : host;
}

/** What the browser needs to make a key; JSON. `known` are keys that the same device shall not add to. */
export async function newKeyOptions(
  party: RelyingParty,
  {
    challenge,
    user,
    known,
  }: {
    readonly challenge: string;
    readonly user: {
      readonly id: string;
      readonly name: string;
      readonly displayName: string;
    };
    readonly known: readonly StoredKey[];
  },
): Promise<object> {
  const { generateRegistrationOptions } = await loadWebAuthn();
  return generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userID: new Uint8Array(Buffer.from(user.id)),
    userName: user.name,
    userDisplayName: user.displayName,
    challenge: bytesOf(challenge),
    timeout: timeoutMs,
    attestationType: "none",
    excludeCredentials: known.map(toDescriptor),
    authenticatorSelection: {
      residentKey: "required",
      userVerification: "required",
    },
  });
}

/** What the browser needs to sign with a key; JSON. Without `allowed` the person chooses among all that the device has for us. */
export async function assertionOptions(
  party: RelyingParty,
  {
    challenge,
    allowed = [],
  }: {
    readonly challenge: string;
    readonly allowed?: readonly StoredKey[];
  },
): Promise<object> {
  const { generateAuthenticationOptions } = await loadWebAuthn();
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: bytesOf(challenge),
    timeout: timeoutMs,
    allowCredentials: allowed.map(toDescriptor),
    userVerification: "required",
  });
}

/** The new key, or undefined when the answer is not one to this challenge, from this origin, for this domain, with the person verified. */
export async function readNewKey(
  party: RelyingParty,
  {
    challenge,
    response,
  }: { readonly challenge: string; readonly response: NewKeyResponse },
): Promise<NewKey | undefined> {
  if (isEmbedded(response)) return undefined;
  const { verifyRegistrationResponse } = await loadWebAuthn();
  const checked = await refusedAsUndefined(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    }),
  );
  if (!checked?.verified) return undefined;
  const { credential } = checked.registrationInfo;
  return {
    id: Buffer.from(credential.id, "base64url"),
    publicKey: Buffer.from(credential.publicKey),
    transports: credential.transports ?? [],
    signCount: credential.counter,
  };
}

/**
 * How often the key was used by its own count, or undefined when the answer is not a valid signature as asked for. Whether the count may be
 * so low is for `isCopied` to say.
 */
export async function readAssertion(
  party: RelyingParty,
  {
    challenge,
    key,
    response,
  }: {
    readonly challenge: string;
    readonly key: StoredKey;
    readonly response: AssertionResponse;
  },
): Promise<{ readonly signCount: number } | undefined> {
  if (isEmbedded(response)) return undefined;
  const { verifyAuthenticationResponse } = await loadWebAuthn();
  const checked = await refusedAsUndefined(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: key.id.toString("base64url"),
        publicKey: new Uint8Array(key.publicKey),
        // Compared by the caller together with writing it, so that two at once do not both count.
        counter: 0,
      },
    }),
  );
  return checked?.verified
    ? { signCount: checked.authenticationInfo.newCounter }
    : undefined;
}

/** The library accepts answers given inside a frame of another site when the browser does not name that site. */
function isEmbedded(response: NewKeyResponse | AssertionResponse): boolean {
  return readClientData(response)?.crossOrigin !== false;
}

/** The library throws for each answer it refuses, with an `Error` of no kind of its own. */
async function refusedAsUndefined<Checked>(
  check: () => Promise<Checked>,
): Promise<Checked | undefined> {
  try {
    return await check();
  } catch {
    return undefined;
  }
}

function toDescriptor({ id, transports }: StoredKey) {
  return { id: id.toString("base64url"), transports: [...transports] };
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64url, "base64url"));
}
