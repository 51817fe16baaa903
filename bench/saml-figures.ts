import {
  expectation,
  portalKey,
  providerKey,
} from "../src/platform/saml/testing/expectation.ts";
import {
  answer,
  assertionXml,
  encode,
  encryptXml,
  responseXml,
  signXml,
} from "../src/platform/saml/testing/identity-provider.ts";
import { validateResponse } from "../src/platform/saml/validate-response.ts";
import { meanCpuMs } from "./form-figures.ts";

const attributes = answer.attributes.replace(
  /<saml:Attribute .*<\/saml:Attribute>/,
  (one) => one.repeat(12),
);

/** The whole check of a response as BundID sends it, signed and with an encrypted assertion of twelve attributes: processor time. */
export async function samlResponseMs(runs: number): Promise<number> {
  const said = { ...answer, attributes };
  const encrypted = await encryptXml(assertionXml(said), {
    certificate: portalKey.certificate,
  });
  const response = encode(
    signXml(responseXml(said, encrypted), { key: providerKey }),
  );
  return meanCpuMs(runs, () => {
    if (!validateResponse(response, expectation).ok)
      throw new Error("bench: the response was refused");
  });
}
