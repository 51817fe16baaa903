import { z } from "zod";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import type { ResponseExpectation } from "../../../../platform/saml/response-expectation.ts";
import type { SamlAssertion } from "../../../../platform/saml/assertion.ts";
import {
  examineResponse,
  validateResponse,
} from "../../../../platform/saml/validate-response.ts";
import type { XmlElement } from "../../../../platform/xml/xml-element.ts";
import { reaches } from "../../../accounts/index.ts";
import {
  codeOf,
  type ArrivedValue,
  type CompletedSignIn,
  type ProtocolMoment,
  type ProtocolRefusal,
  type SignInAnswer,
  type SignInExamination,
} from "../../domain/sign-in-protocol.ts";
import { cappedAt, lowerOf } from "./levels.ts";
import type { KnownProvider } from "./opened-provider.ts";
import { refusalOfResponse } from "./refusal-of-response.ts";
import { signOutHint } from "./saml-sign-out.ts";
import { decryptionKeysOf } from "./saml-settings.ts";

const beginning = z.object({
  id: z.string(),
  issuedAt: z.coerce.date(),
  isFresh: z.boolean(),
});

/** Checks an answer against the request it has to belong to, and reads who it is about. */
export function completeSamlSignIn(
  known: KnownProvider,
  answer: SignInAnswer,
  moment: ProtocolMoment,
): Result<CompletedSignIn, ProtocolRefusal> {
  const { provider, dialect } = known;
  const validated = validateResponse(
    answer.parameters.get("SAMLResponse") ?? "",
    expectationOf(known, answer, moment),
  );
  if (!validated.ok) return refuse(refusalOfResponse(validated.refusal));

  const assertion = validated.value;
  const identified = dialect.identityOf(assertion, provider.key);
  if (!identified.ok) return identified;
  const identity = cappedAt(provider.assuranceLevel, identified.value);
  if (!reaches(identity.assuranceLevel, answer.neededLevel))
    return refuse({ kind: "level-not-reached" });
  const organisation = dialect.organisationOf?.(assertion);
  return ok({
    identity,
    ...(organisation && {
      organisation: {
        ...organisation,
        assuranceLevel: lowerOf(
          identity.assuranceLevel,
          organisation.assuranceLevel,
        ),
      },
    }),
    assertionId: assertion.id,
    usableUntil: assertion.expiresAt,
    providerSession: {
      id: assertion.sessionIndex,
      hint: signOutHint(assertion),
    },
  });
}

/** Every check, and what the assertion says as far as a signature holds. */
export function examineSamlSignIn(
  known: KnownProvider,
  answer: SignInAnswer,
  moment: ProtocolMoment,
): SignInExamination {
  const { provider, dialect } = known;
  const { problems, uncheckedAssertion: assertion } = examineResponse(
    answer.parameters.get("SAMLResponse") ?? "",
    expectationOf(known, answer, moment),
  );
  const identified = assertion && dialect.identityOf(assertion, provider.key);
  const completed = completeSamlSignIn(known, answer, moment);
  const refusals = [
    ...problems.map(refusalOfResponse),
    ...(identified?.ok === false ? [identified.refusal] : []),
    ...(completed.ok ? [] : [completed.refusal]),
  ];
  return {
    completed,
    failed: [...new Set(refusals.map(codeOf))],
    arrived: assertion ? arrivedIn(assertion) : [],
    mapping: dialect.sources,
    uncheckedIdentity: identified?.ok
      ? cappedAt(provider.assuranceLevel, identified.value)
      : undefined,
  };
}

function arrivedIn(assertion: SamlAssertion): readonly ArrivedValue[] {
  const { nameId, authnContext, attributes } = assertion;
  return [
    ...(nameId ? [{ name: "NameID", values: [nameId.value] }] : []),
    { name: "AuthnContextClassRef", values: [authnContext] },
    ...attributes.flatMap(({ name, values, elements }) =>
      elements.some(({ children }) => children.length > 0)
        ? elements.flatMap((element) => partsOf(name, element))
        : [{ name, values }],
    ),
  ];
}

/** A value with elements in it, each by its way: `HandelndePerson/Vorname`. */
function partsOf(path: string, element: XmlElement): readonly ArrivedValue[] {
  const text = element.text.trim();
  return [
    ...(text === "" ? [] : [{ name: path, values: [text] }]),
    ...element.children.flatMap((part) =>
      partsOf(`${path}/${part.name}`, part),
    ),
  ];
}

function expectationOf(
  { dialect, secrets, entityId, metadata }: KnownProvider,
  answer: SignInAnswer,
  { now, returnAddress }: ProtocolMoment,
): ResponseExpectation {
  const { id, issuedAt, isFresh } = beginning.parse(JSON.parse(answer.secrets));
  const { signed, encrypted, clockSkewSeconds } = dialect.settings;
  return {
    identityProvider: metadata,
    serviceProvider: {
      entityId,
      assertionConsumerUrl: returnAddress,
      decryptionKeys: decryptionKeysOf(secrets).map(
        ({ privateKey }) => privateKey,
      ),
    },
    request: {
      id,
      issuedAt,
      demandsFreshSignIn: isFresh || answer.reauthenticates,
    },
    demands: { signed, encrypted, clockSkewSeconds },
    now,
  };
}
