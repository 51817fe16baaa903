import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  cardIdentity,
  counterCodePurpose,
  normaliseCounterCode,
  readCard,
  type CardField,
  type CardValues,
} from "../domain/counter-check.ts";
import {
  fingerprints,
  purposes,
  type AssertedIdentity,
} from "../domain/identity.ts";
import { arePeopleApart } from "../domain/proven-person.ts";
import {
  takeCounterCode,
  type TakenCode,
} from "../store/counter-code-store.ts";
import {
  findIdentity,
  insertIdentity,
  noteIdentityUse,
} from "../store/identity-store.ts";
import { raiseApp } from "../store/second-factor-store.ts";
import { raisePasskey } from "../store/passkey-store.ts";
import { keepAssertedValues } from "./keep-asserted-values.ts";
import { assertedBirthday, provenPerson } from "./proven-person.ts";
import { tellOwner } from "./tell-owner.ts";

export type ConfirmAtCounterRefusal =
  | { readonly kind: "not-permitted" }
  /** Fields that are missing or cannot be; `code` where nothing that looks like one was typed. */
  | {
      readonly kind: "incomplete";
      readonly fields: readonly (CardField | "code")[];
    }
  /** Wrong, used or too old, or the account is known to be another person's: one answer, for the officer learns nothing of an account. */
  | { readonly kind: "code-not-valid" };

export type CounterCheck = {
  readonly code: string;
  readonly card: CardValues;
};

/**
 * An officer has compared a person with their ID card and takes four fields from it. The account of the code gets an identity of level
 * substantial, and the passkey or app that was shown for the code proves it from then on. Written down at the authority and at the accounts; the
 * owner is told. A code counts once.
 * @see OZG § 8 Abs. 1, TR-03107-1 section 3
 */
export async function confirmAtCounter(
  context: Context,
  accounts: Context,
  { code: typed, card }: CounterCheck,
): Promise<Result<void, ConfirmAtCounterRefusal>> {
  if (!context.actor.may("identity.confirm"))
    return refuse({ kind: "not-permitted" });
  const { values, faults } = readCard(card, germanDay(context.now));
  const code = normaliseCounterCode(typed);
  if (faults.length > 0 || code === undefined)
    return refuse({
      kind: "incomplete",
      fields: code === undefined ? ["code", ...faults] : faults,
    });
  const confirmed = await confirm(
    { ...accounts, actor: context.actor },
    { code, values, portal: context.tenantId },
  );
  await context.transaction((db) =>
    recordAudit(context, db, {
      action:
        confirmed === undefined
          ? "identity.code-refused"
          : "identity.confirmed",
      subject: { kind: "account", id: confirmed ?? "unknown" },
    }),
  );
  return confirmed === undefined
    ? refuse({ kind: "code-not-valid" })
    : ok(undefined);
}

type Checked = {
  readonly code: string;
  readonly values: CardValues;
  readonly portal: string;
};

/** The account that was confirmed; undefined when the code is none or belongs to somebody else's account. */
async function confirm(
  context: Context,
  { code, values, portal }: Checked,
): Promise<string | undefined> {
  const { tenantId, now, cipher } = context;
  const hash = await cipher.fingerprint(code, counterCodePurpose);
  return context.transaction(async (db) => {
    const taken = await takeCounterCode(db, tenantId, { hash, now });
    if (!taken) return undefined;
    const accountId = taken.account_id;
    const identity = cardIdentity(accountId, values);
    const isSame = await isSamePerson(context, db, { accountId, identity });
    if (!isSame || !(await raiseFactor(context, db, taken))) return undefined;
    await keepIdentity(context, db, { accountId, identity });
    await keepAssertedValues(context, db, { accountId, identity });
    await tellOwner(context, db, { accountId, news: "identity-confirmed" });
    await recordAudit(context, db, {
      action: "account.identity-confirmed",
      subject: { kind: "account", id: accountId },
      details: { provider: identity.provider, portal },
    });
    return accountId;
  });
}

type Confirmed = {
  readonly accountId: string;
  readonly identity: AssertedIdentity;
};

/** Somebody whose date of birth was proven otherwise is not another person now. Names change, and are written in several ways. */
async function isSamePerson(
  context: Context,
  db: Db,
  { accountId, identity }: Confirmed,
): Promise<boolean> {
  const known = await provenPerson(context, db, accountId);
  return !arePeopleApart(known, assertedBirthday(identity));
}

async function raiseFactor(
  context: Context,
  db: Db,
  { account_id: accountId, passkey_id: credentialId }: TakenCode,
): Promise<boolean> {
  return credentialId === null
    ? raiseApp(db, context.tenantId, accountId)
    : raisePasskey(db, context.tenantId, { accountId, credentialId });
}

async function keepIdentity(
  context: Context,
  db: Db,
  { accountId, identity }: Confirmed,
): Promise<void> {
  const { tenantId, now, cipher } = context;
  const { provider, subject, assuranceLevel } = identity;
  const subjectFingerprint = await cipher.fingerprint(
    subject,
    fingerprints.subject(provider),
  );
  const id = newId();
  const isNew = await insertIdentity(db, tenantId, {
    id,
    accountId,
    provider,
    subjectFingerprint,
    subject: await cipher.encrypt(Buffer.from(subject), purposes.subject(id)),
    postfachHandle: null,
    assuranceLevel,
    now,
  });
  if (isNew) return;
  const known = await findIdentity(db, tenantId, {
    provider,
    subjectFingerprint,
  });
  if (known)
    await noteIdentityUse(db, tenantId, {
      identityId: known.id,
      assuranceLevel,
      postfachHandle: null,
      now,
    });
}
