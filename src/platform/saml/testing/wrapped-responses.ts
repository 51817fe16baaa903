import {
  answer,
  assertionXml,
  responseXml,
  signXml,
} from "./identity-provider.ts";
import { providerKey } from "./expectation.ts";

/** Whom the attacker wants to be. */
const mallory = "mallory";

const signing = { key: providerKey };
const signatureOf = (xml: string): string =>
  /<ds:Signature .*<\/ds:Signature>/.exec(xml)?.[0] ?? "";

const signed = signXml(assertionXml(answer), signing);
const signature = signatureOf(signed);
const unsigned = signed.replace(signature, "");
const evil = assertionXml({
  ...answer,
  assertionId: "_evil",
  nameId: mallory,
});

/** Puts something where the signature stands: behind the issuer. */
const behindIssuer = (xml: string, content: string): string =>
  xml.replace("</saml:Issuer>", `</saml:Issuer>${content}`);
const atEnd = (xml: string, content: string): string =>
  xml.replace(/<\/[^<>]+>$/, `${content}$&`);
/** Right in front of the signature's end tag. */
const inSignature = (content: string): string => atEnd(signature, content);
const inResponse = (...contents: readonly string[]): string =>
  responseXml(answer, contents.join(""));
const inObject = (content: string): string =>
  `<ds:Object xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${content}</ds:Object>`;

const response = signXml(responseXml(answer, unsigned), signing);
const responseSignature = signatureOf(response);
const bareResponse = response.replace(responseSignature, "");
const evilResponse = responseXml(
  { ...answer, responseId: "_evil-response" },
  evil,
);
const extensions = (content: string): string =>
  `<samlp:Extensions>${content}</samlp:Extensions>`;

/**
 * Signature wrapping: a true signature is kept where it still fits, and another assertion is put where it is read.
 * The first eight are numbered as in SAML Raider. @see Somorovsky et al., On Breaking SAML (2012)
 */
export const wrappedResponses: Readonly<Record<string, string>> = {
  "1: the true response inside the signature of a false one": behindIssuer(
    evilResponse,
    atEnd(responseSignature, bareResponse),
  ),
  "2: the true response in front of its signature, in a false one":
    behindIssuer(evilResponse, bareResponse + responseSignature),
  "3: a false assertion in front of the true one": inResponse(evil, signed),
  "4: the true assertion inside a false one": inResponse(atEnd(evil, signed)),
  "5: a false assertion with the signature of the true one, which follows":
    inResponse(behindIssuer(evil, signature), unsigned),
  "6: the true assertion inside the signature of a false one": inResponse(
    behindIssuer(evil, inSignature(unsigned)),
  ),
  "7: a false assertion in extensions, the true one in place": behindIssuer(
    inResponse(signed),
    extensions(evil),
  ),
  "8: the true assertion in an object of the signature of a false one":
    inResponse(behindIssuer(evil, inSignature(inObject(unsigned)))),
  "9: a false assertion behind the true one": inResponse(signed, evil),
  "10: the true assertion in extensions, a false one in place": behindIssuer(
    inResponse(evil),
    extensions(signed),
  ),
  "11: the true assertion as advice of a false one": inResponse(
    evil.replace(
      "</saml:Conditions>",
      `</saml:Conditions><saml:Advice>${signed}</saml:Advice>`,
    ),
  ),
  "12: the true assertion in the status of a response with a false one":
    inResponse(evil).replace(
      "</samlp:Status>",
      `<samlp:StatusDetail>${signed}</samlp:StatusDetail></samlp:Status>`,
    ),
  "13: the true assertion in a value of a false one": inResponse(
    evil.replace("MUSTERMANN", signed),
  ),
  "14: a false assertion in a value of the true one": inResponse(
    signed.replace("MUSTERMANN", evil),
  ),
  "15: a false assertion with the true one's ID": inResponse(
    behindIssuer(
      evil.replace("_evil", "_assertion"),
      inSignature(inObject(unsigned)),
    ),
  ),
  "16: a false response around the true one": `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">${response}${evil}</samlp:Response>`,
  "17: the true response in the key info of a false one's signature":
    behindIssuer(
      evilResponse,
      responseSignature.replace(
        "</ds:KeyInfo>",
        `${bareResponse}</ds:KeyInfo>`,
      ),
    ),
  "18: a false assertion with the signature of the true one": inResponse(
    behindIssuer(evil, signature),
  ),
  "19: the true assertion with a second subject": inResponse(
    signed.replace(
      "<saml:Subject>",
      `<saml:Subject><saml:NameID>${mallory}</saml:NameID></saml:Subject><saml:Subject>`,
    ),
  ),
  "20: the true assertion with the signature deeper": inResponse(
    unsigned.replace("<saml:Subject>", `<saml:Subject>${signature}`),
  ),
  "21: two signatures, the second one true": inResponse(
    behindIssuer(
      signed,
      signature.replaceAll(
        /<ds:SignatureValue>[^<]+/g,
        "<ds:SignatureValue>AAAA",
      ),
    ),
  ),
  "22: a reference to everything": inResponse(
    signed.replace('URI="#_assertion"', 'URI=""'),
  ),
  "23: a reference by an XPointer": inResponse(
    signed.replace('URI="#_assertion"', `URI="#xpointer(id('_assertion'))"`),
  ),
  "24: the signed response without its assertion, a false one behind":
    response.replace(unsigned, evil),
};

/** The signed assertion by itself, for attacks on the text of it. */
export const signedAssertion = { signed, signature, inResponse };
