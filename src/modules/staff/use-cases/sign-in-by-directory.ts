import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { OpenIdRefusal } from "../../../platform/openid-connect/refusal.ts";
import type { SignInSecrets } from "../../../platform/openid-connect/settings.ts";
import type { OpenIdIdentity } from "../../../platform/openid-connect/sign-in.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  groupsIn,
  rolesOfGroups,
  type DirectorySettings,
} from "../domain/directory.ts";
import { isLogin, normaliseLogin } from "../domain/login.ts";
import type { Member } from "../domain/member.ts";
import type { Role } from "../domain/roles.ts";
import type { OpenRelyingParty } from "../ports.ts";
import { insertAttempt, takeAttempt } from "../store/directory-store.ts";
import { bindToDirectory, saveAccess } from "../store/member-access-store.ts";
import {
  findMemberByLogin,
  findMemberOfDirectory,
  insertMember,
} from "../store/member-store.ts";
import { deleteAllSessions } from "../store/session-store.ts";
import { openDirectory } from "./directory-settings.ts";
import { actingAs, openSession, type SignIn } from "./open-session.ts";

/** No page waits longer for a directory. */
const patienceMs = 3_000;
/** Time to sign in there, with a second factor. */
const attemptMs = 15 * 60_000;

export type DirectoryWay = {
  /** Where the browser goes; the directory's own address. */
  readonly address: string;
  /** Origin that was set up: the only one the browser is sent to. */
  readonly origin: string;
  /** For the browser's cookie; the answer counts only together with it. */
  readonly browserKey: string;
};

/** Begins a sign-in with the authority's own directory. */
export async function beginByDirectory(
  context: Context,
  open: OpenRelyingParty,
  {
    redirectUri,
    returnPath,
  }: { readonly redirectUri: string; readonly returnPath: string },
): Promise<
  Result<DirectoryWay, OpenIdRefusal | { readonly kind: "not-set-up" }>
> {
  const directory = await openDirectory(context, open);
  if (!directory) return refuse({ kind: "not-set-up" });
  const { party, settings } = directory;
  const begun = await party.begin(
    {
      redirectUri,
      scopes: settings.scopes,
      acrValues: settings.acrValues,
      reauthenticates: false,
      uiLocales: context.locale,
    },
    { now: context.now, signal: AbortSignal.timeout(patienceMs) },
  );
  if (!begun.ok) return begun;
  const { address, secrets } = begun.value;
  const browserKey = newSecretToken();
  const stateHash = sha256(secrets.state);
  const sealed = await context.cipher.encrypt(
    Buffer.from(JSON.stringify(secrets)),
    attemptPurpose(stateHash),
  );
  await context.transaction((db) =>
    insertAttempt(db, context.tenantId, {
      stateHash,
      browserHash: hashSecretToken(browserKey),
      secrets: sealed,
      returnPath,
      expiresAt: new Date(context.now.getTime() + attemptMs),
      now: context.now,
    }),
  );
  return ok({ address, origin: new URL(address).origin, browserKey });
}

export type DirectoryRefusal =
  | OpenIdRefusal
  /** Unknown, used, too old, or begun in another browser. */
  | { readonly kind: "attempt-unknown" }
  /** In no group that has a role here. */
  | { readonly kind: "no-role" }
  | { readonly kind: "disabled" }
  /** Somebody has a local access with this address; an administrator has to hand it over. */
  | { readonly kind: "login-taken" }
  /** The directory names no e-mail address. */
  | { readonly kind: "no-address" };

/**
 * Takes the directory's answer: who is in a group with a role is signed in, and gets an access at the first time. Roles follow the groups at
 * each sign-in, down to none. A local access is never taken over by its address alone.
 */
export async function completeByDirectory(
  context: Context,
  open: OpenRelyingParty,
  answer: {
    readonly parameters: URLSearchParams;
    readonly browserKey: string | undefined;
    readonly redirectUri: string;
  },
): Promise<
  Result<
    { readonly signIn: SignIn; readonly returnPath: string },
    DirectoryRefusal
  >
> {
  const attempt = await findAttempt(context, answer);
  const directory = attempt && (await openDirectory(context, open));
  if (!attempt || !directory) return refuse({ kind: "attempt-unknown" });
  const { settings, party } = directory;
  const completed = await party.complete(
    {
      parameters: answer.parameters,
      redirectUri: answer.redirectUri,
      secrets: attempt.secrets,
      acceptedAcrValues: settings.acrValues,
    },
    { now: context.now, signal: AbortSignal.timeout(patienceMs) },
  );
  if (!completed.ok) return completed;
  const admitted = await admit(context, settings, completed.value);
  return admitted.ok
    ? ok({ signIn: admitted.value, returnPath: attempt.returnPath })
    : admitted;
}

async function findAttempt(
  context: Context,
  {
    parameters,
    browserKey,
  }: {
    readonly parameters: URLSearchParams;
    readonly browserKey: string | undefined;
  },
): Promise<{ secrets: SignInSecrets; returnPath: string } | undefined> {
  const state = parameters.get("state");
  if (state === null || browserKey === undefined) return undefined;
  const stateHash = sha256(state);
  const taken = await context.transaction((db) =>
    takeAttempt(db, context.tenantId, {
      stateHash,
      browserHash: hashSecretToken(browserKey),
      now: context.now,
    }),
  );
  if (!taken) return undefined;
  const secrets = await context.cipher.decrypt(
    taken.secrets,
    attemptPurpose(stateHash),
  );
  return {
    secrets: keptSecrets.parse(JSON.parse(secrets.toString())),
    returnPath: taken.return_path,
  };
}

const keptSecrets = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});

export const attemptPurpose = (stateHash: Buffer) =>
  `staff.directory-attempt:${stateHash.toString("hex")}`;

type Person = {
  readonly fingerprint: Buffer;
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
};

async function admit(
  context: Context,
  settings: DirectorySettings,
  identity: OpenIdIdentity,
): Promise<Result<SignIn, DirectoryRefusal>> {
  const { claims } = identity;
  const fingerprint = await context.cipher.fingerprint(
    `${identity.issuer}\n${identity.subject}`,
    "staff.directory",
  );
  const roles = rolesOfGroups(settings, groupsIn(claims, settings.groupsClaim));
  if (roles.length === 0) {
    await takeRoles(context, fingerprint);
    return refuse({ kind: "no-role" });
  }
  const login = normaliseLogin(
    textOf(claims["email"]) ?? textOf(claims["preferred_username"]) ?? "",
  );
  if (!isLogin(login)) return refuse({ kind: "no-address" });
  const displayName = textOf(claims["name"])?.trim() || login;
  return context.transaction(async (db) => {
    const found = await memberFor(context, db, {
      fingerprint,
      login,
      displayName,
      roles,
    });
    if (!found.ok) return found;
    const memberId = found.value;
    const signIn = await openSession(context, db, { memberId, stage: "full" });
    await recordAudit(actingAs(context, memberId), db, {
      action: "staff.signed-in",
      subject: { kind: "staff", id: memberId },
      details: { means: "directory", roles: roles.join(" ") },
    });
    return ok(signIn);
  });
}

/** Who has left the last group with a role loses what an earlier sign-in gave, on all devices. */
async function takeRoles(context: Context, fingerprint: Buffer): Promise<void> {
  const { tenantId } = context;
  await context.transaction(async (db) => {
    const member = await findMemberOfDirectory(db, tenantId, fingerprint);
    if (!member || member.roles.length === 0) return;
    await saveAccess(db, tenantId, { memberId: member.id, roles: [] });
    await deleteAllSessions(db, tenantId, member.id);
    await recordAudit(actingAs(context, member.id), db, {
      action: "staff.roles-changed",
      subject: { kind: "staff", id: member.id },
      details: { means: "directory", roles: "" },
    });
  });
}

/** The access of somebody from the directory: the one they have, one that was handed over to them, or a new one. */
async function memberFor(
  context: Context,
  db: Db,
  person: Person,
): Promise<Result<string, DirectoryRefusal>> {
  const { tenantId } = context;
  const known = await findMemberOfDirectory(db, tenantId, person.fingerprint);
  if (known) return withRoles(context, db, { member: known, person });
  const local = await findMemberByLogin(db, tenantId, person.login);
  if (local && !local.awaitsDirectory) return refuse({ kind: "login-taken" });
  if (local) {
    await bindToDirectory(db, tenantId, {
      memberId: local.id,
      fingerprint: person.fingerprint,
    });
    return withRoles(context, db, { member: local, person });
  }
  const id = newId();
  const isAdded = await insertMember(db, tenantId, {
    id,
    login: person.login,
    displayName: person.displayName,
    passwordHash: null,
    passwordIsOneTime: false,
    directoryFingerprint: person.fingerprint,
    roles: person.roles,
    createdAt: context.now,
  });
  return isAdded ? ok(id) : refuse({ kind: "login-taken" });
}

async function withRoles(
  { tenantId }: Context,
  db: Db,
  { member, person }: { readonly member: Member; readonly person: Person },
): Promise<Result<string, DirectoryRefusal>> {
  if (member.isDisabled) return refuse({ kind: "disabled" });
  await saveAccess(db, tenantId, {
    memberId: member.id,
    roles: person.roles,
    displayName: person.displayName,
  });
  return ok(member.id);
}

const textOf = (claim: unknown) =>
  typeof claim === "string" ? claim : undefined;
