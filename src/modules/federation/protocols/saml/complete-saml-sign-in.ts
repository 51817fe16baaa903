import { z } from "zod";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import { validateResponse } from "../../../../platform/saml/validate-response.ts";
import { reaches } from "../../../accounts/index.ts";
import type {
  CompletedSignIn,
  ProtocolMoment,
  ProtocolRefusal,
  SignInAnswer,
} from "../../domain/sign-in-protocol.ts";
import { cappedAt } from "./levels.ts";
import type { KnownProvider } from "./opened-provider.ts";
import { refusalOfResponse } from "./refusal-of-response.ts";
import { decryptionKeysOf } from "./saml-settings.ts";

const beginning = z.object({
  id: z.string(),
  issuedAt: z.coerce.date(),
  isFresh: z.boolean(),
});

/** Checks an answer against the request it has to belong to, and reads who it is about. */
export function completeSamlSignIn(
  { provider, dialect, secrets, entityId, metadata }: KnownProvider,
  answer: SignInAnswer,
  moment: ProtocolMoment,
): Result<CompletedSignIn, ProtocolRefusal> {
  const { id, issuedAt, isFresh } = beginning.parse(JSON.parse(answer.secrets));
  const { signed, encrypted, clockSkewSeconds } = dialect.settings;
  const response = answer.parameters.get("SAMLResponse") ?? "";
  const validated = validateResponse(response, {
    identityProvider: metadata,
    serviceProvider: {
      entityId,
      assertionConsumerUrl: moment.returnAddress,
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
    now: moment.now,
  });
  if (!validated.ok) return refuse(refusalOfResponse(validated.refusal));

  const assertion = validated.value;
  const identified = dialect.identityOf(assertion, provider.key);
  if (!identified.ok) return identified;
  const identity = cappedAt(provider.assuranceLevel, identified.value);
  if (!reaches(identity.assuranceLevel, answer.neededLevel))
    return refuse({ kind: "level-not-reached" });
  return ok({
    identity,
    assertionId: assertion.id,
    usableUntil: assertion.expiresAt,
    providerSession: {
      id: assertion.sessionIndex,
      hint: assertion.nameId?.value ?? "",
    },
  });
}
