import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  countAttempts,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import { recordAudit } from "../../audit/index.ts";
import { reaches, type ProvenLevel } from "../domain/assurance-level.ts";
import { isEmail, normaliseEmail, purposes } from "../domain/identity.ts";
import { findAccount } from "../store/account-store.ts";
import {
  deleteAddressLinks,
  listAddressLinks,
} from "../store/email-token-store.ts";
import { listProfileValues } from "../store/identity-store.ts";
import { ownAccountOf } from "./own-account.ts";
import { openProfile } from "./open-profile.ts";
import { attemptKey } from "./attempt-key.ts";
import {
  proveOwner,
  type OwnerProof,
  type OwnerProofRefusal,
} from "./prove-owner.ts";
import { sendLink, type MailPlace } from "./send-link.ts";

/** The address of the own account, and where it is to move. */
export type AddressState = {
  readonly email: string | undefined;
  /** For an account without an address: what a provider, or the person in the profile, said of it. Counts for nothing before it is confirmed. */
  readonly suggestion: string | undefined;
  readonly change:
    | {
        readonly email: string;
        readonly isLeftConfirmed: boolean;
        readonly isTakenConfirmed: boolean;
        readonly endsAt: Date;
      }
    | undefined;
};

export async function readAddressState(
  context: Context,
): Promise<AddressState | undefined> {
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return undefined;
  const { tenantId, now } = context;
  const [account, values, links] = await context.read((db) =>
    Promise.all([
      findAccount(db, tenantId, accountId),
      listProfileValues(db, tenantId, accountId),
      listAddressLinks(db, tenantId, { accountId, now }),
    ]),
  );
  if (!account) return undefined;
  const open = (sealed: Buffer | null | undefined) =>
    sealed && context.cipher.decrypt(sealed, purposes.email(accountId));
  const isConfirmed = (purpose: string) =>
    links.every((link) => link.purpose !== purpose || link.used_at !== null);
  const taking = links.find(({ purpose }) => purpose === "take-address");
  const next = await open(taking?.email);
  const profile = await openProfile(context, accountId, values);
  const suggestion = profile.find(({ attribute }) => attribute === "email");
  return {
    email: (await open(account.email))?.toString(),
    suggestion: account.email ? undefined : suggestion?.value,
    change:
      taking && next
        ? {
            email: next.toString(),
            isLeftConfirmed: isConfirmed("leave-address"),
            isTakenConfirmed: isConfirmed("take-address"),
            endsAt: taking.expires_at,
          }
        : undefined,
  };
}

export type AddressFault = "invalid" | "same";

/** Whether something typed can become the address of this account. Tells nothing about other accounts. */
export function faultOfAddress(
  typed: string,
  { email }: Pick<AddressState, "email">,
): AddressFault | undefined {
  const address = normaliseEmail(typed);
  if (!isEmail(address)) return "invalid";
  return address === email ? "same" : undefined;
}

export type AddressRequest = MailPlace & {
  readonly email: string;
  readonly clientAddress: string;
  /** The old mailbox is lost: it need not say yes, but may say no. Only in a session that is sure who this is. */
  readonly isOldLost: boolean;
  /** Of the session it is asked in. */
  readonly assuranceLevel: ProvenLevel;
};

export type AddressRefusal =
  | OwnerProofRefusal
  | TooManyAttempts
  | { readonly kind: AddressFault }
  | { readonly kind: "level-too-low" };

/**
 * Asks both addresses whether the account may move: links to the new and to the old one, if there is one. Nothing changes before both have said
 * yes. Whether the new address has an account is told to nobody but its owner, behind the link.
 */
export async function askForAddress(
  context: Context,
  request: AddressRequest,
  proof: OwnerProof,
): Promise<Result<void, AddressRefusal>> {
  const state = await readAddressState(context);
  if (!state) return refuse({ kind: "not-proven" });
  const fault = faultOfAddress(request.email, state);
  if (fault) return refuse({ kind: fault });
  const { assuranceLevel, isOldLost } = request;
  if (isOldLost && !reaches(assuranceLevel, "substantial"))
    return refuse({ kind: "level-too-low" });
  const proven = await proveOwner(context, proof);
  if (!proven.ok) return proven;
  const accountId = proven.value;
  const counted = await countAttempts(context, [
    attemptKey("mail-address", request.clientAddress),
    attemptKey("mail-account", accountId),
  ]);
  if (!counted.ok) return counted;
  const email = normaliseEmail(request.email);
  // Nobody is flooded with mails, and nobody is told that somebody else has asked for some.
  if (!(await countAttempts(context, [attemptKey("mail", email)])).ok)
    return ok(undefined);
  await write(context, request, { accountId, email, old: state.email });
  return ok(undefined);
}

async function write(
  context: Context,
  request: AddressRequest,
  {
    accountId,
    email,
    old,
  }: {
    readonly accountId: string;
    readonly email: string;
    readonly old: string | undefined;
  },
): Promise<void> {
  const { tenantId, cipher } = context;
  const sealed = await cipher.encrypt(
    Buffer.from(email),
    purposes.email(accountId),
  );
  await context.transaction(async (db) => {
    await deleteAddressLinks(db, tenantId, accountId);
    if (old !== undefined)
      await sendLink(context, db, {
        ...request,
        email: old,
        accountId,
        purpose: "leave-address",
        moving: { email: sealed, isUsed: request.isOldLost },
      });
    await sendLink(context, db, {
      ...request,
      email,
      accountId,
      purpose: "take-address",
      moving: { email: sealed, isUsed: false },
    });
    await recordAudit(context, db, {
      action: "account.address-change-asked",
      subject: { kind: "account", id: accountId },
      details: { withoutOld: request.isOldLost },
    });
  });
}

/** Takes the wish back. */
export async function cancelAddressChange(context: Context): Promise<void> {
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return;
  await context.transaction(async (db) => {
    if (!(await deleteAddressLinks(db, context.tenantId, accountId))) return;
    await recordAudit(context, db, {
      action: "account.address-change-cancelled",
      subject: { kind: "account", id: accountId },
    });
  });
}
