import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import { reaches } from "../../accounts/index.ts";
import type { Portal } from "../../tenants/index.ts";
import type { IdentityProvider } from "../domain/identity-provider.ts";
import {
  outcomeToText,
  reportOf,
  type AttemptOutcome,
} from "../domain/outcome.ts";
import type {
  CompletedSignIn,
  ProtocolRefusal,
  SignInAnswer,
  SignInProtocol,
} from "../domain/sign-in-protocol.ts";
import type { FederationPorts } from "../ports.ts";
import {
  keepOutcome,
  takeAnswered,
  type AttemptRow,
} from "../store/attempt-store.ts";
import { useAssertion } from "../store/expiry-store.ts";
import { isProvenAnew } from "./begin-sign-in.ts";
import { findConfigured, momentFor, protocolFor, purposes } from "./ground.ts";
import { noteOutcome } from "./watch-health.ts";

export type ReceivedAnswer = {
  /** From the return address. */
  readonly protocolName: string;
  readonly providerKey: string;
  readonly method: "GET" | "POST";
  readonly parameters: URLSearchParams;
};

/** Where the browser goes on: the portal that the attempt names. */
export type HandedOver = {
  readonly portal: Portal;
  /** Path on it, with a token for the result. */
  readonly path: string;
  /** Code for the log when nobody is signed in; undefined: proven. */
  readonly failure: string | undefined;
};

export type AnswerRefusal =
  /** No such provider, or it does not answer here in this way. */
  | { readonly kind: "not-found" }
  /** Never begun, too late, or answered before. */
  | { readonly kind: "unknown-attempt" };

/** Takes the answer of a provider: checks it with its protocol and keeps what came of it for the browser that began. */
export async function receiveAnswer(
  context: Context,
  ports: FederationPorts,
  answer: ReceivedAnswer,
): Promise<Result<HandedOver, AnswerRefusal>> {
  const provider = await findConfigured(context, answer.providerKey);
  const protocol = provider && protocolFor(ports, provider.kind);
  if (
    !protocol ||
    protocol.name !== answer.protocolName ||
    protocol.answersBy !== answer.method
  )
    return refuse({ kind: "not-found" });
  const attempt = await findAttempt(context, protocol, answer);
  const portal =
    attempt && (await ports.portals.findById(attempt.portal_tenant_id));
  if (!attempt || !portal) return refuse({ kind: "unknown-attempt" });
  if (!provider.isEnabled && attempt.purpose !== "trial")
    return refuse({ kind: "not-found" });
  const { parameters } = answer;
  const judging = { provider, attempt, parameters };
  return ok({ portal, ...(await handOver(context, ports, judging)) });
}

/** A trial goes back to the page of whoever made it, which signs nobody in. */
async function handOver(
  context: Context,
  ports: FederationPorts,
  judging: Judging,
): Promise<Omit<HandedOver, "portal">> {
  const { attempt } = judging;
  const isTrial = attempt.purpose === "trial";
  const outcome = await (isTrial ? tryOut : judge)(context, ports, judging);
  const token = await keep(context, attempt.id, outcome);
  const page = isTrial ? attempt.return_path : "/anmelden/abschluss";
  return { path: `${page}/${token}`, failure: failureOf(outcome) };
}

async function findAttempt(
  context: Context,
  protocol: SignInProtocol,
  { parameters, providerKey }: ReceivedAnswer,
): Promise<AttemptRow | undefined> {
  const name = protocol.requestNameOf(parameters);
  if (name === undefined) return undefined;
  return context.transaction((db) =>
    takeAnswered(db, context.tenantId, {
      provider: providerKey,
      requestHash: sha256(name),
      now: context.now,
    }),
  );
}

type Judging = {
  readonly provider: IdentityProvider;
  readonly attempt: AttemptRow;
  readonly parameters: URLSearchParams;
};

async function judge(
  context: Context,
  ports: FederationPorts,
  judging: Judging,
): Promise<AttemptOutcome> {
  const { provider, attempt } = judging;
  const completed = await complete(context, ports, judging);
  await noteOutcome(context, provider.key, completed);
  if (!completed.ok) return { kind: "refused", refusal: completed.refusal };
  const refusal = await refusalAfter(context, completed.value, {
    provider,
    attempt,
  });
  if (refusal) return { kind: "refused", refusal };
  const { assertionId, usableUntil, ...signIn } = completed.value;
  return { kind: "proven", signIn };
}

async function complete(
  context: Context,
  ports: FederationPorts,
  judging: Judging,
): Promise<Result<CompletedSignIn, ProtocolRefusal>> {
  const answer = await answerIn(context, judging);
  if (!answer) return refuse({ kind: "not-valid", reason: "no-question" });
  const { provider } = judging;
  return protocolFor(ports, provider.kind).complete(
    provider,
    answer,
    momentFor(context, ports, provider),
  );
}

async function answerIn(
  context: Context,
  { attempt, parameters }: Judging,
): Promise<SignInAnswer | undefined> {
  if (!attempt.secrets) return undefined;
  const secrets = await context.cipher.decrypt(
    attempt.secrets,
    purposes.question(attempt.id),
  );
  return {
    parameters,
    secrets: secrets.toString(),
    neededLevel: attempt.needed_level,
    reauthenticates: isProvenAnew({
      purpose: attempt.purpose,
      neededLevel: attempt.needed_level,
    }),
    beganAt: attempt.created_at,
  };
}

/** The same checks for a trial, and all of them. */
async function tryOut(
  context: Context,
  ports: FederationPorts,
  judging: Judging,
): Promise<AttemptOutcome> {
  const { provider, attempt } = judging;
  const answer = await answerIn(context, judging);
  if (!answer)
    return {
      kind: "refused",
      refusal: { kind: "not-valid", reason: "no-question" },
    };
  const examination = await protocolFor(ports, provider.kind).examine(
    provider,
    answer,
    momentFor(context, ports, provider),
  );
  const { completed } = examination;
  await noteOutcome(context, provider.key, completed);
  const refusal = completed.ok
    ? await refusalAfter(context, completed.value, { provider, attempt })
    : undefined;
  return { kind: "tried", report: reportOf(examination, refusal) };
}

/** What no protocol is trusted with: whose identity it is, its level, and that it counts once. */
async function refusalAfter(
  context: Context,
  { identity, assertionId, usableUntil }: CompletedSignIn,
  {
    provider,
    attempt,
  }: { readonly provider: IdentityProvider; readonly attempt: AttemptRow },
): Promise<ProtocolRefusal | undefined> {
  if (identity.provider !== provider.key)
    return { kind: "not-valid", reason: "provider" };
  if (!reaches(provider.assuranceLevel, identity.assuranceLevel))
    return { kind: "not-valid", reason: "level-above-provider" };
  if (!reaches(identity.assuranceLevel, attempt.needed_level))
    return { kind: "level-not-reached" };
  const isFirst = await context.transaction((db) =>
    useAssertion(db, context.tenantId, {
      provider: provider.key,
      assertionHash: sha256(assertionId),
      expiresAt: usableUntil,
    }),
  );
  return isFirst ? undefined : { kind: "not-valid", reason: "replayed" };
}

async function keep(
  context: Context,
  attemptId: string,
  outcome: AttemptOutcome,
): Promise<string> {
  const token = newSecretToken();
  const sealed = await context.cipher.encrypt(
    Buffer.from(outcomeToText(outcome)),
    purposes.outcome(attemptId),
  );
  await context.transaction((db) =>
    keepOutcome(db, context.tenantId, {
      id: attemptId,
      handoverHash: hashSecretToken(token),
      outcome: sealed,
    }),
  );
  return token;
}

function failureOf(outcome: AttemptOutcome): string | undefined {
  if (outcome.kind !== "refused") return undefined;
  const { refusal } = outcome;
  return "reason" in refusal
    ? `${refusal.kind}: ${refusal.reason}`
    : refusal.kind;
}
