import type { KeyObject } from "node:crypto";
import { readCertificateKey } from "../certificates.ts";
import {
  strictDemands,
  type ResponseExpectation,
} from "../response-expectation.ts";
import { makeRsaKey } from "../self-signed-key.ts";

/** Of the identity provider and of the portal, and of somebody who is neither. */
export const providerKey = makeRsaKey();
export const portalKey = makeRsaKey();
export const strangerKey = makeRsaKey();

export const keyOf = (certificate: string): KeyObject => {
  const key = readCertificateKey(certificate);
  if (!key) throw new Error("not a strong certificate");
  return key;
};

/** What the portal waits for: the answer in `testing/identity-provider.ts`, signed and encrypted. */
export const expectation: ResponseExpectation = {
  identityProvider: {
    entityId: "https://idp.example",
    signingKeys: [keyOf(providerKey.certificate)],
  },
  serviceProvider: {
    entityId: "https://portal.example",
    assertionConsumerUrl: "https://portal.example/acs",
    decryptionKeys: [portalKey.privateKey],
  },
  request: {
    id: "_request",
    issuedAt: new Date("2026-01-15T10:00:00.000Z"),
    demandsFreshSignIn: true,
  },
  demands: strictDemands,
  now: new Date("2026-01-15T10:02:00.000Z"),
};

/** As above, but content with an assertion that is signed alone: the shape most attacks are made for. */
export const withoutEncryption: ResponseExpectation = {
  ...expectation,
  demands: { ...strictDemands, encrypted: false },
};
