import { z } from "zod";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import type { ResponseExpectation } from "../../../../platform/saml/response-expectation.ts";
import { validateResponse } from "../../../../platform/saml/validate-response.ts";
import { reaches } from "../../../accounts/index.ts";
import type {
  CompletedSignIn,
  ProtocolMoment,
  ProtocolRefusal,
  SignInAnswer,
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
