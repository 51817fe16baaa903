import type { failuresDe } from "./failures-de.ts";

export const failuresEn: Readonly<Record<keyof typeof failuresDe, string>> = {
  other: "A check failed",
  unavailable: "The provider does not answer",
  timeout: "The provider took too long to answer",
  cancelled: "The sign-in was cancelled at the provider",
  "level-not-reached":
    "The sign-in was less sure than demanded, or the provider states a level that is not mapped here",
  "level-unknown": "The provider states no level that is known",
  "level-above-provider":
    "The provider claims a higher level than is entered for it",
  levels: "The levels do not fit the provider",
  "not-offered": "The provider does not know everything that is entered here",
  replayed: "This answer has been used before",
  "no-question": "There is no request for this answer any more",
  "no-lasting-name":
    "The provider gives no name that lasts; enter an attribute for it",
  "no-lasting-account": "The person has no lasting account at the provider",
  "origin-not-set-up": "The provider leads to a host that is not entered here",
  "address-not-allowed":
    "The provider names an address that does not begin with https://",
  "no-such-binding": "The provider has no way for our requests",
  "no-metadata-there": "There is no metadata at the address",
  "metadata-not-xml": "The metadata is no XML",
  "metadata-not-identity-provider-metadata":
    "The metadata does not describe an identity provider",
  "metadata-which-identity-provider":
    "The metadata describes several providers; enter the entityID of the right one",
  "metadata-no-sign-on-address": "The metadata lacks the sign-in address",
  "metadata-no-usable-key": "The metadata has no key that is strong enough",
  "client-rejected":
    "The provider does not accept the portal's credentials: check client ID and secret",
  "provider-refused": "The provider refused the request",
  misconfigured: "The settings do not fit the provider",
  "status-not-success": "The provider refused the sign-in",
  "required-attributes-missing":
    "The provider lacks details of the person that are needed",
  "akdb-extension-missing": "The request lacks BundID's extension",
  "akdb-extension-v1-deprecated": "BundID's extension is out of date",
  "saml-request-not-signed": "The provider did not recognise our signature",
  "requested-attributes-empty": "No details were asked for",
  "requested-attributes-missing-name":
    "One of the details that were asked for has no name",
  "organization-display-name-missing": "The authority's name is missing",
  "empty-authentication-methods": "No way to sign in is allowed",
  "missing-berca": "The provider lacks an authorisation certificate",
  "not-base64": "The answer cannot be read (no Base64)",
  "not-xml": "The answer cannot be read (no XML)",
  "too-large": "The answer is too large",
  "markup-not-allowed":
    "The answer has forbidden parts (DTD, entities or comments)",
  "duplicate-id": "Two parts of the answer have the same ID",
  "unexpected-structure": "The answer is not built as SAML demands",
  "unexpected-version": "The answer is not in SAML 2.0",
  "not-signed": "The demanded signature is missing",
  "signature-invalid":
    "The signature is wrong, or by a key that is not in the metadata",
  "signature-algorithm-not-allowed":
    "The signature is not strong enough (SHA-1 or a short key)",
  "signature-of-something-else":
    "The signature belongs to another part of the answer",
  "not-encrypted": "The details are not encrypted",
  "encryption-algorithm-not-allowed":
    "The encryption is not strong enough (AES-GCM with RSA-OAEP is demanded)",
  "decryption-failed":
    "The answer cannot be opened with our key; the provider has to read our metadata again",
  "no-assertion": "There is no sign-in in the answer",
  "wrong-issuer": "The answer comes from another issuer",
  "wrong-destination":
    "The answer is directed to another address (Destination)",
  "wrong-recipient": "The answer is for another recipient (Recipient)",
  "wrong-audience": "The answer is for another portal (Audience)",
  "wrong-in-response-to": "The answer belongs to another request",
  "wrong-issue-instant":
    "The time of the answer does not fit: do the clocks differ?",
  "no-bearer-confirmation": "The answer does not say who may present it",
  "not-yet-valid": "The answer is valid only later: do the clocks differ?",
  expired: "The answer has expired: do the clocks differ?",
  "sign-in-too-old":
    "The person did not prove themselves anew, although it was demanded",
  "authn-context-not-accepted": "The level of the sign-in is not accepted",
  "jwt-claim-comparison-failed":
    "A value in the ID token is not the expected one",
  "jwt-timestamp-check-failed": "The ID token is not valid yet or any more",
  "id-token-missing": "The provider sends no ID token",
  "userinfo-refused": "The provider does not hand out the person's details",
  "iat-in-future": "The ID token is from the future: do the clocks differ?",
  "iat-too-old": "The ID token is too old: do the clocks differ?",
  azp: "The ID token is for another client",
  sub: "The ID token does not name a person as it must",
  "auth-time": "The time of the sign-in cannot be read or lies in the future",
  "auth-time-missing":
    "The provider does not say when the person proved themselves",
  "auth-time-too-old":
    "The person did not prove themselves anew, although it was demanded",
  "content-type": "The provider does not answer with JSON",
  keys: "The provider's keys cannot be read",
  "short-key":
    "A key that the provider signs with is shorter than recommended today (RSA from 3072). Sign-ins work; talk to its operator",
  "no-keys": "The provider publishes no keys",
};
