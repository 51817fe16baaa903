import { X509Certificate } from "node:crypto";
import type { JWK } from "jose";
import { z } from "zod";

/** An RSA key of at least 4096 bits has a modulus of so many characters. @see schema of the metadata, replyChannel */
const shortestModulus = 683;

const jwk = z.object({
  kty: z.literal("RSA"),
  n: z.string().regex(/^[\w-]+$/),
  e: z.literal("AQAB"),
  kid: z.string().min(1),
  alg: z.string(),
  key_ops: z.array(z.string()),
  x5c: z.array(z.string()).default([]),
});

export const publicKey = jwk;
export type PublicKey = z.infer<typeof jwk>;

export type KeyUse = {
  readonly kid: string;
  readonly use: "wrapKey" | "verify";
};

export type CertificateRules = {
  readonly certificates: "chain" | "unchecked";
  readonly trustedCertificates: string;
  readonly now: Date;
};

const algorithms = { wrapKey: "RSA-OAEP-256", verify: "PS512" } as const;

/**
 * The key, when it may be used: asked for by this id, made for this and nothing else, long enough, and vouched for by a certificate up to a
 * trusted root. Undefined otherwise.
 */
export function checkedKey(
  key: PublicKey,
  { kid, use }: KeyUse,
  rules: CertificateRules,
): JWK | undefined {
  const { key_ops: uses, n, alg } = key;
  const isFit =
    key.kid === kid &&
    uses.length === 1 &&
    uses[0] === use &&
    alg === algorithms[use] &&
    n.length >= shortestModulus;
  if (!isFit || !isVouchedFor(key, rules)) return undefined;
  const { kty, e } = key;
  // Without `key_ops`: jose encrypts with a key only when they say "encrypt", which those of FIT-Connect do not.
  return { kty, n, e, kid, alg };
}

function isVouchedFor(key: PublicKey, rules: CertificateRules): boolean {
  const chain = key.x5c.map(
    (base64) => new X509Certificate(Buffer.from(base64, "base64")),
  );
  const [leaf] = chain;
  if (!leaf) return rules.certificates === "unchecked";
  // A certificate for another key vouches for nothing, whatever the environment.
  if (leaf.publicKey.export({ format: "jwk" }).n !== key.n) return false;
  if (rules.certificates === "unchecked") return true;
  const roots = pemsOf(rules.trustedCertificates);
  return isChain([...chain], roots, rules.now);
}

/** Each is valid now and signed by the next, and the last by (or is) a trusted one. */
function isChain(
  chain: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  now: Date,
): boolean {
  if (!chain.every((it) => isValidAt(it, now))) return false;
  return chain.every((certificate, index) => {
    const issuer = chain[index + 1];
    if (issuer) return issuer.ca && isIssuedBy(certificate, issuer);
    return roots.some(
      (root) =>
        isValidAt(root, now) &&
        (root.fingerprint256 === certificate.fingerprint256 ||
          isIssuedBy(certificate, root)),
    );
  });
}

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate) =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

const isValidAt = (certificate: X509Certificate, now: Date) =>
  new Date(certificate.validFrom) <= now &&
  now <= new Date(certificate.validTo);

function pemsOf(text: string): readonly X509Certificate[] {
  const found = text.match(
    /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g,
  );
  return (found ?? []).map((pem) => new X509Certificate(pem));
}
