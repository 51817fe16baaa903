import type { XmlElement } from "../xml/xml-element.ts";
import { addSeconds, readInstant } from "./instant.ts";
import { isIssuedInBetween } from "./response-rules.ts";
import { bearer } from "./saml-names.ts";
import { child, children, textOf } from "./xml-tree.ts";
import type {
  ResponseDemands,
  ResponseExpectation,
} from "./response-expectation.ts";

export type AssertionProblem = {
  readonly kind:
    | "unexpected-version"
    | "wrong-issuer"
    | "wrong-issue-instant"
    | "wrong-audience"
    | "no-bearer-confirmation"
    | "wrong-recipient"
    | "wrong-in-response-to"
    | "not-yet-valid"
    | "expired"
    | "sign-in-too-old"
    | "authn-context-not-accepted";
};

/**
 * The rules for an assertion of the web browser single sign-on profile: all that are broken, in this order.
 * @see saml-profiles-2.0-os sections 4.1.4.2 and 4.1.4.3
 */
export function assertionProblems(
  assertion: XmlElement,
  expected: ResponseExpectation,
): readonly AssertionProblem[] {
  const { attributes } = assertion;
  const issuer = textOf(child(assertion, "Issuer"));
  const isKnownForm =
    attributes.get("Version") === "2.0" && Boolean(attributes.get("ID"));
  const problems: readonly (AssertionProblem | false | undefined)[] = [
    !isKnownForm && { kind: "unexpected-version" },
    issuer !== expected.identityProvider.entityId && { kind: "wrong-issuer" },
    !isIssuedInBetween(assertion, expected) && { kind: "wrong-issue-instant" },
    conditionsProblem(child(assertion, "Conditions"), expected),
    subjectProblem(child(assertion, "Subject"), expected),
    statementProblem(child(assertion, "AuthnStatement"), expected),
  ];
  return problems.filter(
    (problem) => problem !== false && problem !== undefined,
  );
}

/** Until when the assertion could be accepted a second time. */
export function expiryOf(
  assertion: XmlElement,
  { clockSkewSeconds }: ResponseDemands,
): Date {
  const confirmations = bearerConfirmations(child(assertion, "Subject"));
  const ends = [child(assertion, "Conditions"), ...confirmations].map(
    (element) => readInstant(element?.attributes.get("NotOnOrAfter")),
  );
  const last = Math.max(...ends.map((end) => end?.getTime() ?? 0));
  return addSeconds(new Date(last), clockSkewSeconds);
}

function conditionsProblem(
  conditions: XmlElement | undefined,
  expected: ResponseExpectation,
): AssertionProblem | undefined {
  const { entityId } = expected.serviceProvider;
  const isForUs = children(conditions, "AudienceRestriction").every(
    (restriction) =>
      children(restriction, "Audience").some(
        (audience) => textOf(audience) === entityId,
      ),
  );
  return isForUs
    ? timeProblem(conditions, expected)
    : { kind: "wrong-audience" };
}

function subjectProblem(
  subject: XmlElement | undefined,
  expected: ResponseExpectation,
): AssertionProblem | undefined {
  const problems = bearerConfirmations(subject).map((data) =>
    confirmationProblem(data, expected),
  );
  if (problems.includes(undefined)) return undefined;
  return problems[0] ?? { kind: "no-bearer-confirmation" };
}

const bearerConfirmations = (
  subject: XmlElement | undefined,
): readonly (XmlElement | undefined)[] =>
  children(subject, "SubjectConfirmation")
    .filter(({ attributes }) => attributes.get("Method") === bearer)
    .map((confirmation) => child(confirmation, "SubjectConfirmationData"));

function confirmationProblem(
  data: XmlElement | undefined,
  expected: ResponseExpectation,
): AssertionProblem | undefined {
  const { serviceProvider, request } = expected;
  if (
    data?.attributes.get("Recipient") !== serviceProvider.assertionConsumerUrl
  )
    return { kind: "wrong-recipient" };
  if (data.attributes.get("InResponseTo") !== request.id)
    return { kind: "wrong-in-response-to" };
  // A bearer confirmation without an end could be used for ever.
  if (!data.attributes.has("NotOnOrAfter")) return { kind: "expired" };
  return timeProblem(data, expected);
}

/** NotBefore ≤ now < NotOnOrAfter, as far as they are there, with the skew on both sides. */
function timeProblem(
  element: XmlElement | undefined,
  { demands, now }: ResponseExpectation,
): AssertionProblem | undefined {
  const notBefore = element?.attributes.get("NotBefore");
  const notOnOrAfter = element?.attributes.get("NotOnOrAfter");
  if (notBefore !== undefined) {
    const start = readInstant(notBefore);
    if (!start || addSeconds(now, demands.clockSkewSeconds) < start)
      return { kind: "not-yet-valid" };
  }
  if (notOnOrAfter !== undefined) {
    const end = readInstant(notOnOrAfter);
    if (!end || addSeconds(now, -demands.clockSkewSeconds) >= end)
      return { kind: "expired" };
  }
  return undefined;
}

function statementProblem(
  statement: XmlElement | undefined,
  expected: ResponseExpectation,
): AssertionProblem | undefined {
  const { request, now } = expected;
  const sessionEnd = statement?.attributes.get("SessionNotOnOrAfter");
  const end = readInstant(sessionEnd);
  if (sessionEnd !== undefined && (!end || end <= now))
    return { kind: "expired" };

  const context =
    textOf(child(child(statement, "AuthnContext"), "AuthnContextClassRef")) ??
    "";
  if (request.authnContexts && !request.authnContexts.includes(context))
    return { kind: "authn-context-not-accepted" };
  return signInProblem(statement, expected);
}

function signInProblem(
  statement: XmlElement | undefined,
  { request, demands, now }: ResponseExpectation,
): AssertionProblem | undefined {
  const skew = demands.clockSkewSeconds;
  const signedIn = readInstant(statement?.attributes.get("AuthnInstant"));
  if (!signedIn || signedIn > addSeconds(now, skew))
    return { kind: "not-yet-valid" };
  const isTooOld =
    request.demandsFreshSignIn &&
    signedIn < addSeconds(request.issuedAt, -skew);
  return isTooOld ? { kind: "sign-in-too-old" } : undefined;
}
