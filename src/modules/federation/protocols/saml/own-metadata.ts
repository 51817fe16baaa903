import { writeServiceProviderMetadata } from "../../../../platform/saml/service-provider-metadata.ts";
import type { ProtocolMoment } from "../../domain/sign-in-protocol.ts";
import type { OpenedProvider } from "./opened-provider.ts";
import { decryptionKeysOf } from "./saml-settings.ts";

/** What the provider is told about us. A key that is to be replaced stays in it until `previous` is emptied. */
export function writeOwnMetadata(
  { provider, entityId, secrets, dialect }: OpenedProvider,
  {
    returnAddress,
    signedOutAddress,
  }: Pick<ProtocolMoment, "returnAddress" | "signedOutAddress">,
): string {
  const certificateOf = ({ certificate }: { readonly certificate: string }) =>
    certificate;
  const { nameIdFormat } = dialect;
  return writeServiceProviderMetadata({
    entityId,
    assertionConsumerUrl: returnAddress,
    signingCertificates: [secrets.signing, ...secrets.previous].map(
      certificateOf,
    ),
    encryptionCertificates: decryptionKeysOf(secrets).map(certificateOf),
    ...(nameIdFormat !== undefined && { nameIdFormat }),
    // BundID keeps no session, and compares the document with the one it was given.
    ...(provider.kind !== "bundid" && { signOutUrl: signedOutAddress }),
  });
}
