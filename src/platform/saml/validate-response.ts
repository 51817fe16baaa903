import { ok, refuse, type Result } from "../result/result.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { readNameId, readAttributes, type SamlAssertion } from "./assertion.ts";
import {
  assertionProblems,
  expiryOf,
  type AssertionProblem,
} from "./assertion-rules.ts";
import { assertionModel, fits, responseModel } from "./content-model.ts";
import {
  decryptAssertion,
  type DecryptionRefusal,
} from "./decrypt-assertion.ts";
import { readMessageText, type MessageText } from "./message-text.ts";
import { responseProblems, type ResponseProblem } from "./response-rules.ts";
import type {
  ResponseDemands,
  ResponseExpectation,
} from "./response-expectation.ts";
import { namespaces } from "./saml-names.ts";
import { verifySignature, type SignatureRefusal } from "./verify-signature.ts";
import { child, countIn, textOf } from "./xml-tree.ts";

export type ResponseRefusal =
  | SignatureRefusal
  | DecryptionRefusal
  | ResponseProblem
  | AssertionProblem
  | {
      readonly kind:
        | "not-base64"
        | "unexpected-structure"
        | "not-signed"
        | "not-encrypted"
        | "no-assertion";
    };

/**
 * Accepts the answer of an identity provider, or says why not. Pure: the same input gives the same result, and the caller
 * notes `id` until `expiresAt` so that an assertion counts once.
 *
 * Whatever is signed is read from the signed octets alone, so moving elements about cannot change what is seen.
 * @see saml-profiles-2.0-os section 4.1.4.3, BSI TR-03160-2 section 4.3.2.11
 */
export function validateResponse(
  encoded: string,
  expected: ResponseExpectation,
): Result<SamlAssertion, ResponseRefusal> {
  const received = decodeResponse(encoded);
  if (!received.ok) return received;

  const response = verifyWhereSigned(received.value, ["Response"], expected);
  if (!response.ok) return response;
  const [problem] = responseProblems(response.value.root, expected);
  if (problem) return refuse(problem);

  const assertion = openAssertion(response.value, expected);
  if (!assertion.ok) return assertion;
  const { element, isSigned } = assertion.value;
  const signed = {
    response: hasSignature(received.value.root),
    assertion: isSigned,
  };
  if (!isSignedEnough(expected.demands.signed, signed))
    return refuse({ kind: "not-signed" });

  const [ruleProblem] = assertionProblems(element, expected);
  if (ruleProblem) return refuse(ruleProblem);
  return ok(readAssertion(element, expected));
}

/** What is wrong with an answer, and what it says all the same. */
export type ResponseExamination = {
  /** All that is wrong; empty: it would be accepted. What cannot be read hides what lies behind it. */
  readonly problems: readonly ResponseRefusal[];
  /** Only where a signature of the provider holds. Nobody may be signed in with it while there are problems. */
  readonly uncheckedAssertion: SamlAssertion | undefined;
};

/** For whoever sets a provider up: every check instead of the first that fails. */
export function examineResponse(
  encoded: string,
  expected: ResponseExpectation,
): ResponseExamination {
  const accepted = validateResponse(encoded, expected);
  if (accepted.ok) return { problems: [], uncheckedAssertion: accepted.value };
  const received = decodeResponse(encoded);
  const response = received.ok
    ? verifyWhereSigned(received.value, ["Response"], expected)
    : received;
  if (!received.ok || !response.ok)
    return { problems: [accepted.refusal], uncheckedAssertion: undefined };
  return examineReadable(
    {
      response: response.value,
      isSigned: hasSignature(received.value.root),
    },
    expected,
  );
}

function examineReadable(
  {
    response,
    isSigned,
  }: { readonly response: MessageText; readonly isSigned: boolean },
  expected: ResponseExpectation,
): ResponseExamination {
  const { root } = response;
  const isClear = expected.demands.encrypted && child(root, "Assertion");
  const problems: readonly ResponseRefusal[] = [
    ...responseProblems(root, expected),
    ...(isClear ? [{ kind: "not-encrypted" } as const] : []),
  ];
  const opened = openAssertion(response, evenInClear(expected));
  if (!opened.ok)
    return {
      problems: [...problems, opened.refusal],
      uncheckedAssertion: undefined,
    };
  const { element } = opened.value;
  const signed = { response: isSigned, assertion: opened.value.isSigned };
  const isEnough = isSignedEnough(expected.demands.signed, signed);
  return {
    problems: [
      ...problems,
      ...(isEnough ? [] : [{ kind: "not-signed" } as const]),
      ...assertionProblems(element, expected),
    ],
    uncheckedAssertion:
      signed.response || signed.assertion
        ? readAssertion(element, expected)
        : undefined,
  };
}

const evenInClear = (expected: ResponseExpectation): ResponseExpectation => ({
  ...expected,
  demands: { ...expected.demands, encrypted: false },
});

/**
 * The request that a response says it answers; nothing has been checked yet. Only for finding what was noted about that
 * request, which the response is then validated against.
 */
export function uncheckedInResponseTo(encoded: string): string | undefined {
  const received = decodeResponse(encoded);
  return received.ok
    ? received.value.root.attributes.get("InResponseTo")
    : undefined;
}

/** Longer than any message that `readMessageText` accepts, so that huge text is not even decoded. */
const maxEncodedLength = 400 * 1024;

function decodeResponse(encoded: string): Result<MessageText, ResponseRefusal> {
  if (encoded.length > maxEncodedLength) return refuse({ kind: "too-large" });
  const base64 = encoded.replaceAll(/\s/g, "");
  if (base64 === "" || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64))
    return refuse({ kind: "not-base64" });
  const message = readMessageText(Buffer.from(base64, "base64"));
  if (!message.ok) return message;
  return isResponse(message.value.root)
    ? message
    : refuse({ kind: "unexpected-structure" });
}

function isSignedEnough(
  demanded: ResponseDemands["signed"],
  signed: { readonly response: boolean; readonly assertion: boolean },
): boolean {
  switch (demanded) {
    case "response-or-assertion":
      return signed.response || signed.assertion;
    case "response":
      return signed.response;
    case "assertion":
      return signed.assertion;
    case "both":
      return signed.response && signed.assertion;
  }
}

/** One response, with at most one assertion or encrypted assertion, and neither of them anywhere else. */
function isResponse(root: XmlElement): boolean {
  const { assertion, protocol } = namespaces;
  const assertions =
    countIn(root, { namespace: assertion, name: "Assertion" }) +
    countIn(root, { namespace: assertion, name: "EncryptedAssertion" });
  return (
    root.name === "Response" &&
    root.namespace === protocol &&
    countIn(root, { namespace: protocol, name: "Response" }) === 1 &&
    assertions <= 1 &&
    fits(root, responseModel)
  );
}

type OpenedAssertion = {
  readonly element: XmlElement;
  readonly isSigned: boolean;
};

function openAssertion(
  response: MessageText,
  expected: ResponseExpectation,
): Result<OpenedAssertion, ResponseRefusal> {
  const encrypted = child(response.root, "EncryptedAssertion");
  if (encrypted) return openEncrypted(encrypted, expected);

  const plain = child(response.root, "Assertion");
  if (!plain) return refuse({ kind: "no-assertion" });
  if (expected.demands.encrypted) return refuse({ kind: "not-encrypted" });
  if (!hasSignature(plain)) return ok({ element: plain, isSigned: false });
  return signedAssertion(response, ["Response", "Assertion"], expected);
}

function openEncrypted(
  encrypted: XmlElement,
  expected: ResponseExpectation,
): Result<OpenedAssertion, ResponseRefusal> {
  const { decryptionKeys } = expected.serviceProvider;
  const decrypted = decryptAssertion(encrypted, decryptionKeys);
  if (!decrypted.ok) return decrypted;
  const message = readMessageText(Buffer.from(decrypted.value, "utf8"));
  if (!message.ok) return message;
  const { root } = message.value;
  if (!isAssertion(root)) return refuse({ kind: "unexpected-structure" });
  if (!hasSignature(root)) return ok({ element: root, isSigned: false });
  return signedAssertion(message.value, ["Assertion"], expected);
}

function signedAssertion(
  message: MessageText,
  path: readonly string[],
  expected: ResponseExpectation,
): Result<OpenedAssertion, ResponseRefusal> {
  const { signingKeys } = expected.identityProvider;
  const signed = verifySignature(message, path, signingKeys);
  if (!signed.ok) return signed;
  return isAssertion(signed.value.root)
    ? ok({ element: signed.value.root, isSigned: true })
    : refuse({ kind: "unexpected-structure" });
}

const isAssertion = (root: XmlElement): boolean =>
  root.name === "Assertion" &&
  root.namespace === namespaces.assertion &&
  countIn(root, root) === 1 &&
  fits(root, assertionModel);

function verifyWhereSigned(
  message: MessageText,
  path: readonly string[],
  { identityProvider }: ResponseExpectation,
): Result<MessageText, ResponseRefusal> {
  if (!hasSignature(message.root)) return ok(message);
  const signed = verifySignature(message, path, identityProvider.signingKeys);
  if (!signed.ok) return signed;
  return isResponse(signed.value.root)
    ? signed
    : refuse({ kind: "unexpected-structure" });
}

const hasSignature = (element: XmlElement): boolean =>
  child(element, "Signature") !== undefined;

function readAssertion(
  element: XmlElement,
  { demands }: ResponseExpectation,
): SamlAssertion {
  const statement = child(element, "AuthnStatement");
  return {
    id: element.attributes.get("ID") ?? "",
    expiresAt: expiryOf(element, demands),
    issuer: textOf(child(element, "Issuer")) ?? "",
    nameId: readNameId(element),
    authnContext:
      textOf(child(child(statement, "AuthnContext"), "AuthnContextClassRef")) ??
      "",
    authnInstant: new Date(statement?.attributes.get("AuthnInstant") ?? ""),
    sessionIndex: statement?.attributes.get("SessionIndex"),
    attributes: readAttributes(element),
  };
}
