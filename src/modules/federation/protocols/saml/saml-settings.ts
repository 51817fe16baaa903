import { createPrivateKey } from "node:crypto";
import { z } from "zod";
import {
  belongsTogether,
  readCertificateKey,
} from "../../../../platform/saml/certificates.ts";
import { readIdentityProviderMetadata } from "../../../../platform/saml/identity-provider-metadata.ts";
import { allSignatureAlgorithms } from "../../../../platform/saml/signature-algorithms.ts";

/** What is set up for every provider that speaks SAML. Unknown names are refused: a misspelt demand must not be lost. */
export const commonConfiguration = z.strictObject({
  /** The provider's metadata, as the document itself. */
  metadata: z
    .string()
    .refine((text) => readIdentityProviderMetadata(Buffer.from(text)).ok, {
      message: "is not the metadata of an identity provider",
    })
    .optional(),
  /** Where its metadata is read instead, so that a change of its key needs nobody. */
  metadataAddress: z.url({ protocol: /^https?$/ }).optional(),
  /** What the provider knows us by; the address of our metadata when left out. Must never change once people have signed in. */
  entityId: z.url().max(1024).optional(),
  binding: z.enum(["post", "redirect"]).optional(),
  signatureAlgorithm: z.enum(allSignatureAlgorithms).optional(),
  /** Which signature has to be there; the assertion lies under one in any case. */
  signed: z
    .enum(["response-or-assertion", "response", "assertion", "both"])
    .default("response-or-assertion"),
  /** `false` only for a provider that cannot encrypt: what it says of a person then passes through the browser in clear. */
  encrypted: z.boolean().default(true),
  clockSkewSeconds: z.number().int().min(0).max(180).default(60),
});

/** Without metadata there is nobody to trust. */
export const metadataSource = commonConfiguration
  .pick({ metadata: true, metadataAddress: true })
  .loose()
  .refine((from) => (from.metadata ?? from.metadataAddress) !== undefined, {
    message: "metadata or metadataAddress is needed",
    path: ["metadata"],
  });

export type CommonConfiguration = z.infer<typeof commonConfiguration>;

const keyPair = z
  .strictObject({ privateKey: z.string(), certificate: z.string() })
  .transform(({ privateKey, certificate }, issues) => {
    try {
      const key = createPrivateKey(privateKey);
      if (readCertificateKey(certificate) && belongsTogether(certificate, key))
        return { privateKey: key, certificate };
    } catch {
      // OpenSSL says by throwing that this is no private key; the issue below says so without showing it.
    }
    issues.addIssue({
      code: "custom",
      message:
        "is not a private key (PEM) with its certificate (PEM), RSA of at least 2048 bits or EC",
    });
    return z.NEVER;
  });

/** Our own keys. `previous` still opens answers and is still published, until the provider has read our new metadata. */
export const samlSecrets = z.strictObject({
  signing: keyPair,
  encryption: keyPair.optional(),
  previous: z.array(keyPair).max(3).default([]),
});

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
