import type { Context } from "../../../platform/context/context.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  counterCodePurpose,
  normaliseCounterCode,
} from "../domain/counter-check.ts";
import { takeCounterCode } from "../store/counter-code-store.ts";

/**
 * The account whose owner reads out their code to a caseworker, so that an application goes there. Undefined for a wrong, used or old code:
 * one answer. A code counts once. It proves nobody's identity, and nothing of the account is told. Written down at the authority and at the
 * accounts. The caller has checked that the caseworker may take in applications.
 */
export async function takeAccountOfCode(
  context: Context,
  accounts: Context,
  typed: string,
): Promise<string | undefined> {
  const code = normaliseCounterCode(typed);
  const accountId =
    code === undefined
      ? undefined
      : await take({ ...accounts, actor: context.actor }, code, context);
  await context.transaction((db) =>
    recordAudit(context, db, {
      action:
        accountId === undefined
          ? "identity.code-refused"
          : "intake.account-named",
      subject: { kind: "account", id: accountId ?? "unknown" },
    }),
  );
  return accountId;
}

async function take(
  accounts: Context,
  code: string,
  { tenantId: portal }: Context,
): Promise<string | undefined> {
  const { tenantId, now, cipher } = accounts;
  const hash = await cipher.fingerprint(code, counterCodePurpose);
  return accounts.transaction(async (db) => {
    const taken = await takeCounterCode(db, tenantId, { hash, now });
    if (!taken) return undefined;
    await recordAudit(accounts, db, {
      action: "account.named-at-counter",
      subject: { kind: "account", id: taken.account_id },
      details: { portal },
    });
    return taken.account_id;
  });
}
