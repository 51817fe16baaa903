import type { ResponseExpectation } from "../response-expectation.ts";
import { validateResponse } from "../validate-response.ts";
import { expectation, portalKey, providerKey } from "./expectation.ts";
import {
  answer,
  assertionXml,
  encode,
  encryptXml,
  responseXml,
  signXml,
  type Answer,
  type Encrypting,
  type Signing,
} from "./identity-provider.ts";

export const signing: Signing = { key: providerKey };
export const encrypting: Encrypting = { certificate: portalKey.certificate };

/** A signed assertion, encrypted, in an unsigned response, as SimpleSAMLphp and LemonLDAP::NG send it. */
export async function encryptedAnswer(
  said: Partial<Answer> = {},
  ways: { signing?: Signing; encrypting?: Encrypting } = {},
): Promise<string> {
  const all = { ...answer, ...said };
  const signed = signXml(assertionXml(all), ways.signing ?? signing);
  const encrypted = await encryptXml(signed, ways.encrypting ?? encrypting);
  return encode(responseXml(all, encrypted));
}

/** The way of Shibboleth and BundID: the response is signed, the assertion in it only encrypted. */
export async function signedResponse(
  said: Partial<Answer> = {},
): Promise<string> {
  const all = { ...answer, ...said };
  const encrypted = await encryptXml(assertionXml(all), encrypting);
  return encode(signXml(responseXml(all, encrypted), signing));
}

export const plainAnswer = (
  said: Partial<Answer> = {},
  way = signing,
): string => {
  const all = { ...answer, ...said };
  return encode(responseXml(all, signXml(assertionXml(all), way)));
};

export function refusalOf(
  encoded: string,
  expected: ResponseExpectation = expectation,
): string {
  const result = validateResponse(encoded, expected);
  return result.ok ? "accepted" : result.refusal.kind;
}
