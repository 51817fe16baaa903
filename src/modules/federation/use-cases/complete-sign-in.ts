import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { throttleKey } from "../../../platform/throttle/count-attempts.ts";
import { returnAttempt } from "../../../platform/throttle/throttle-store.ts";
import {
  findAccountByIdentity,
  offerMerge,
  signInSteps,
  signInWithIdentity,
  stepUpWithIdentity,
  type ProvenLevel,
} from "../../accounts/index.ts";
import type { LocalText } from "../domain/identity-provider.ts";
import { outcomeFromText, type Proven } from "../domain/outcome.ts";
import type { ProtocolRefusal } from "../domain/sign-in-protocol.ts";
import {
  completeAttempt,
  findHandover,
  type AttemptRow,
} from "../store/attempt-store.ts";
import { beginKey } from "./begin-sign-in.ts";
import { findConfigured, purposes } from "./ground.ts";
import { actForConfirmed, type OrganisationPort } from "./act-for-confirmed.ts";
import { keepProviderSession } from "./keep-provider-session.ts";

export type SignInCompletion = {
  readonly token: string;
  /** From the browser's cookie. */
  readonly browserKey: string | undefined;
  readonly portalTenantId: string;
  readonly device: string;
  /** As in `SignInWish`. */
  readonly clientAddress: string;
  /** From the browser's cookie: it has signed in before. */
  readonly knownDevice: string | undefined;
  /** Who is signed in on this portal now. */
  readonly account: CurrentAccount | undefined;
  /** What the person chose where they were asked; undefined: not asked yet. */
  readonly choice: "link" | "separate" | "merge" | undefined;
};

type CurrentAccount = {
  readonly accountId: string;
  readonly sessionId: string;
  readonly assuranceLevel: ProvenLevel;
};

export type CompletedHere = {
  /** For the cookie; undefined: the session that is there stays. */
  readonly session:
    | { readonly token: string; readonly knownDevice: string | undefined }
    | undefined;
  /** The session that another one replaces; the caller ends it. */
  readonly endsCurrent: boolean;
  readonly returnPath: string;
};

export type CompletionRefusal =
  /** Another browser or portal, too late, or done already. */
  | { readonly kind: "unknown" }
  | ({
      /** It came to nothing at the provider. */
      readonly kind: "refused";
      readonly refusal: ProtocolRefusal;
    } & Told)
  /** To be asked: shall the identity be linked with the account that is signed in, or used for itself? */
  | ({ readonly kind: "ask-to-link"; readonly displayName: string } & Told)
  /** To be asked: the identity is that of another account. */
  | ({ readonly kind: "of-another-account" } & Told)
  /** Somebody else's: another date of birth was proven for the account. */
  | ({ readonly kind: "of-another-person" } & Told)
  /** The session that asked for the step-up is over: signing in again comes first. */
  | ({ readonly kind: "session-over" } & Told);

type Told = {
  readonly providerKey: string;
  readonly providerName: LocalText;
  readonly returnPath: string;
};

type Opening = {
  readonly attempt: AttemptRow;
  readonly proven: Proven;
  readonly told: Told;
  readonly completion: SignInCompletion;
  readonly ports: OrganisationPort;
};

/**
 * Opens the session that a sign-in was for: in the browser that began it, on its portal, once. Whoever is signed in already is asked before
 * an identity that is nobody's becomes theirs: a page of somebody else could have led them here with somebody else's identity.
 */
export async function completeSignIn(
  context: Context,
  ports: OrganisationPort,
  completion: SignInCompletion,
): Promise<Result<CompletedHere, CompletionRefusal>> {
  const attempt = await findAttempt(context, completion);
  const provider = attempt && (await findConfigured(context, attempt.provider));
  if (!attempt?.outcome || !provider) return refuse({ kind: "unknown" });
  const told: Told = {
    providerKey: provider.key,
    providerName: provider.name,
    returnPath: attempt.return_path,
  };
  const text = await context.cipher.decrypt(
    attempt.outcome,
    purposes.outcome(attempt.id),
  );
  const outcome = outcomeFromText(text.toString());
  // A trial signs nobody in, and is not ended here either.
  if (outcome.kind === "tried") return refuse({ kind: "unknown" });
  if (outcome.kind === "refused") {
    const { refusal } = outcome;
    await complete(context, attempt);
    return refuse({ kind: "refused", refusal, ...told });
  }
  await giveBack(context, completion);
  return open(context, {
    attempt,
    proven: outcome.signIn,
    told,
    completion,
    ports,
  });
}

async function findAttempt(
  context: Context,
  { token, browserKey, portalTenantId }: SignInCompletion,
): Promise<AttemptRow | undefined> {
  if (!isSecretToken(token) || !browserKey || !isSecretToken(browserKey))
    return undefined;
  return context.transaction((db) =>
    findHandover(db, context.tenantId, {
      handoverHash: hashSecretToken(token),
      browserHash: hashSecretToken(browserKey),
      portalTenantId,
      now: context.now,
    }),
  );
}

const complete = (context: Context, { id }: AttemptRow) =>
  context.transaction((db) =>
    completeAttempt(db, context.tenantId, { id, now: context.now }),
  );

/** Whoever was signed in has not begun too often. */
const giveBack = (context: Context, completion: SignInCompletion) =>
  context.transaction((db) =>
    returnAttempt(db, context.tenantId, throttleKey(beginKey(completion))),
  );

async function open(
  context: Context,
  opening: Opening,
): Promise<Result<CompletedHere, CompletionRefusal>> {
  const { attempt, proven, told, completion } = opening;
  const { account, choice } = completion;
  // The session may have ended at the provider's pages; without it the proof belongs to nobody and would make an account of its own.
  const asker = account?.accountId ?? attempt.account_id ?? undefined;
  if (asker === undefined || choice === "separate")
    return openFor(context, opening);
  const owner = await findAccountByIdentity(context, proven.identity);
  if (owner !== undefined && owner !== asker)
    return ofAnother(context, opening, owner);
  if (account) return stepUp(context, opening, { account, owner });
  return owner === undefined
    ? refuse({ kind: "session-over", ...told })
    : openFor(context, opening);
}

/** A session of the account that has the identity, or of a new one. */
async function openFor(
  context: Context,
  { attempt, proven, told, completion, ports }: Opening,
): Promise<Result<CompletedHere, CompletionRefusal>> {
  if (!(await complete(context, attempt))) return refuse({ kind: "unknown" });
  const { identity } = proven;
  const session = await signInWithIdentity(context, {
    ...completion,
    identity,
  });
  const { token, accountId } = session;
  await keepProviderSession(context, { proven, token });
  const sessionId = sessionIdOf(token);
  await actForConfirmed(context, ports, { proven, accountId, sessionId });
  return ok({
    session,
    endsCurrent: true,
    // What a provider says of an address is not confirmed: who is new here is asked for one, once.
    returnPath: session.isNew
      ? signInSteps.address(told.returnPath)
      : told.returnPath,
  });
}

/** Where both accounts were proven in this session they may become one: what that means is shown by accounts, and asked there. */
async function ofAnother(
  context: Context,
  { attempt, told, completion: { account, choice } }: Opening,
  owner: string,
): Promise<Result<CompletedHere, CompletionRefusal>> {
  if (!account || choice !== "merge")
    return refuse({ kind: "of-another-account", ...told });
  if (!(await complete(context, attempt))) return refuse({ kind: "unknown" });
  await offerMerge(context, { ...account, otherAccountId: owner });
  return ok({
    session: undefined,
    endsCurrent: false,
    returnPath: signInSteps.merge,
  });
}

const sessionIdOf = (token: string) => hashSecretToken(token).toString("hex");

async function stepUp(
  context: Context,
  { attempt, proven, told, completion, ports }: Opening,
  {
    account,
    owner,
  }: { readonly account: CurrentAccount; readonly owner: string | undefined },
): Promise<Result<CompletedHere, CompletionRefusal>> {
  if (owner === undefined && completion.choice !== "link")
    return refuse({
      kind: "ask-to-link",
      displayName: proven.identity.displayName,
      ...told,
    });
  if (!(await complete(context, attempt))) return refuse({ kind: "unknown" });
  const stepped = await stepUpWithIdentity(context, {
    identity: proven.identity,
    accountId: account.accountId,
    sessionId: account.sessionId,
    sessionLevel: account.assuranceLevel,
    portalTenantId: completion.portalTenantId,
    device: completion.device,
    links: completion.choice === "link",
  });
  if (!stepped.ok)
    return stepped.refusal.kind === "of-another-person"
      ? refuse({ kind: "of-another-person", ...told })
      : // Linked by somebody else between the question and the answer.
        refuse({ kind: "unknown" });
  const token = stepped.value?.token;
  if (token !== undefined)
    await keepProviderSession(context, { proven, token });
  // A proof that is no surer leaves the session as it is; whom its Organisationskonto is for, the person acts for all the same.
  await actForConfirmed(context, ports, {
    proven,
    accountId: account.accountId,
    sessionId: token === undefined ? account.sessionId : sessionIdOf(token),
  });
  return ok({
    session:
      token === undefined ? undefined : { token, knownDevice: undefined },
    endsCurrent: false,
    returnPath: told.returnPath,
  });
}
