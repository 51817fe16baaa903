import { createPrivateKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import {
  belongsTogether,
  readCertificateKey,
} from "../../../../platform/saml/certificates.ts";
import {
  maxMetadataBytes,
  readIdentityProviderMetadata,
} from "../../../../platform/saml/identity-provider-metadata.ts";
import { allSignatureAlgorithms } from "../../../../platform/saml/signature-algorithms.ts";

/** What is set up for every provider that speaks SAML. Unknown names are refused: a misspelt demand must not be lost. */
export const commonConfiguration = z.strictObject({
  /** The provider's metadata, as the document itself. */
  metadata: z.string().max(maxMetadataBytes).optional(),
  /** Where its metadata is read instead, so that a change of its key needs nobody. */
  metadataAddress: z.url({ protocol: /^https?$/ }).optional(),
  /** Which one it is, where the metadata describes several: its entityID. */
  providerEntityId: z.string().min(1).max(1024).optional(),
  /** What the provider knows us by; the address of our metadata when left out. Must never change once people have signed in. */
  entityId: z.url().max(1024).optional(),
  binding: z.enum(["post", "redirect"]).optional(),
  signatureAlgorithm: z.enum(allSignatureAlgorithms).optional(),
  /** Which signature has to be there; the assertion lies under one in any case. */
  signed: z
    .enum(["response-or-assertion", "response", "assertion", "both"])
    .default("response-or-assertion"),
  /** `false` only for a provider that cannot encrypt: what it says of a person then passes through the browser in clear. */
  encrypted: z.union([z.boolean(), z.stringbool()]).default(true),
  clockSkewSeconds: z.coerce.number().int().min(0).max(180).default(60),
});

/** Without metadata there is nobody to trust. */
export const metadataSource = commonConfiguration
  .pick({ metadata: true, metadataAddress: true, providerEntityId: true })
  .loose()
  .refine((from) => (from.metadata ?? from.metadataAddress) !== undefined, {
    message: "metadata or metadataAddress is needed",
    path: ["metadata"],
  })
  .superRefine(({ metadata, providerEntityId }, refinement) => {
    if (metadata === undefined) return;
    const read = readIdentityProviderMetadata(
      Buffer.from(metadata),
      providerEntityId,
    );
    if (read.ok) return;
    refinement.addIssue({
      code: "custom",
      path: ["metadata"],
      message: `is not the metadata of an identity provider: ${read.refusal.kind}`,
    });
  });

export type CommonConfiguration = z.infer<typeof commonConfiguration>;

const pem = z.string().max(20_000);

/** Our own keys, each with its certificate, as PEM. */
export const samlSecrets = z
  .strictObject({
    privateKey: pem,
    certificate: pem,
    /** Where the provider wants another key for encryption. */
    decryptionKey: pem.optional(),
    decryptionCertificate: pem.optional(),
    /** The one before: still opens answers and is still published, until the provider has read our new metadata. */
    previousKey: pem.optional(),
    previousCertificate: pem.optional(),
  })
  .transform((given, issues) => {
    const pairOf = (name: string, key = "", certificate = "") => {
      const pair = readPair(key, certificate);
      if (pair) return pair;
      issues.addIssue({
        code: "custom",
        path: [name],
        message:
          "is not a private key (PEM) that belongs to its certificate (PEM), RSA of at least 2048 bits or EC",
      });
      return z.NEVER;
    };
    const { decryptionKey, decryptionCertificate } = given;
    const { previousKey, previousCertificate } = given;
    return {
      signing: pairOf("privateKey", given.privateKey, given.certificate),
      encryption:
        decryptionKey === undefined && decryptionCertificate === undefined
          ? undefined
          : pairOf("decryptionKey", decryptionKey, decryptionCertificate),
      previous:
        previousKey === undefined && previousCertificate === undefined
          ? []
          : [pairOf("previousKey", previousKey, previousCertificate)],
    };
  });

type KeyPair = {
  readonly privateKey: KeyObject;
  readonly certificate: string;
};

function readPair(key: string, certificate: string): KeyPair | undefined {
  try {
    const privateKey = createPrivateKey(key);
    return readCertificateKey(certificate) &&
      belongsTogether(certificate, privateKey)
      ? { privateKey, certificate }
      : undefined;
  } catch {
    // OpenSSL says by throwing that this is no private key or no certificate.
    return undefined;
  }
}

export type SamlSecrets = z.infer<typeof samlSecrets>;

/** Only RSA keys open answers. */
export function decryptionKeysOf({
  signing,
  encryption,
  previous,
}: SamlSecrets) {
  return [encryption ?? signing, ...previous].filter(
    ({ privateKey }) => privateKey.asymmetricKeyType === "rsa",
  );
}
