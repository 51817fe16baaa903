import { randomInt } from "node:crypto";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  countAttempts,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import { personalLimit } from "../../../platform/throttle/throttle.ts";
import { recordAudit } from "../../audit/index.ts";
import { readMobileNumber, shortened } from "../domain/phone-number.ts";
import { phonePurpose } from "../domain/sms.ts";
import { noticesTexts } from "../i18n/texts.ts";
import {
  deletePhone,
  findPhone,
  savePhone,
  tryCode,
} from "../store/phone-store.ts";
import { writeSms, type SmsLimit } from "./write-sms.ts";

const codeMinutes = 10;
const mostWrongCodes = 5;

export type OwnPhone = {
  /** Shortened. */
  readonly number: string;
  readonly isConfirmed: boolean;
  /** A code is on its way that can still be typed. */
  readonly isAsked: boolean;
};

/** The own number; undefined without one. */
export async function readOwnPhone(
  context: Context,
  accountId: string,
): Promise<OwnPhone | undefined> {
  const { tenantId, now } = context;
  const stored = await context.read((db) => findPhone(db, tenantId, accountId));
  if (!stored) return undefined;
  const number = await open(context, accountId, stored.number);
  return {
    number: shortened(number),
    isConfirmed: stored.confirmed_at !== null,
    isAsked:
      stored.code_until !== null &&
      stored.code_until > now &&
      stored.wrong_codes < mostWrongCodes,
  };
}

export type AskCodeRefusal =
  | { readonly kind: "no-mobile-number" | "limit-reached" }
  | TooManyAttempts;

/**
 * Sends a code to a number that somebody says is theirs. Counted for the account and for the number: nobody can have a stranger's telephone
 * rung, or run up costs.
 */
export async function askCode(
  context: Context,
  {
    accountId,
    typed,
    ...limit
  }: SmsLimit & { readonly accountId: string; readonly typed: string },
): Promise<Result<void, AskCodeRefusal>> {
  const to = readMobileNumber(typed);
  if (to === undefined) return refuse({ kind: "no-mobile-number" });
  const counted = await countAttempts(
    context,
    [accountId, to].map((value) => ({
      kind: "sms-code",
      value,
      limit: { ...personalLimit, freeAttempts: 3 },
    })),
  );
  if (!counted.ok) return counted;
  const { tenantId, now, cipher } = context;
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const phone = {
    accountId,
    number: await cipher.encrypt(Buffer.from(to), phonePurpose(accountId)),
    codeHash: await hashOf(context, accountId, code),
    codeUntil: new Date(now.getTime() + codeMinutes * 60_000),
  };
  const text = noticesTexts(context.locale)("sms.code", {
    code,
    minutes: codeMinutes,
  });
  return context.transaction(async (db) => {
    const sms = { accountId, kind: "code", to, text, ...limit } as const;
    if (!(await writeSms(context, db, sms)))
      return refuse({ kind: "limit-reached" });
    await savePhone(db, tenantId, phone);
    return ok(undefined);
  });
}

/** Whether the typed code was right; from then on notices come by short message, too. Five wrong ones end it. */
export async function confirmPhone(
  context: Context,
  accountId: string,
  typed: string,
): Promise<boolean> {
  const { tenantId, now } = context;
  const codeHash = await hashOf(
    context,
    accountId,
    typed.replaceAll(/\s/g, ""),
  );
  return context.transaction(async (db) => {
    const tried = { accountId, codeHash, at: now, mostWrong: mostWrongCodes };
    const isRight = await tryCode(db, tenantId, tried);
    if (isRight)
      await recordAudit(context, db, {
        action: "notices.phone-confirmed",
        subject: { kind: "account", id: accountId },
      });
    return isRight;
  });
}

/** No more short messages. */
export async function removePhone(
  context: Context,
  accountId: string,
): Promise<void> {
  await context.transaction(async (db) => {
    await deletePhone(db, context.tenantId, accountId);
    await recordAudit(context, db, {
      action: "notices.phone-removed",
      subject: { kind: "account", id: accountId },
    });
  });
}

/**
 * Tells an account by short message, beside the e-mail, that there is something; nothing where no number is confirmed or the limits are
 * reached. The context is one of accounts.
 */
export async function tellBySms(
  context: Context,
  {
    accountId,
    portal,
    url,
    ...limit
  }: SmsLimit & {
    readonly accountId: string;
    readonly portal: string;
    readonly url: string;
  },
): Promise<void> {
  const { tenantId } = context;
  await context.transaction(async (db) => {
    const phone = await findPhone(db, tenantId, accountId);
    if (!phone?.confirmed_at) return;
    const to = await open(context, accountId, phone.number);
    const text = noticesTexts(context.locale)("sms.notice", { portal, url });
    await writeSms(context, db, {
      accountId,
      kind: "notice",
      to,
      text,
      ...limit,
    });
  });
}

async function open(
  { cipher }: Context,
  accountId: string,
  number: Buffer,
): Promise<string> {
  return (await cipher.decrypt(number, phonePurpose(accountId))).toString();
}

/** Keyed: six digits would be found in a moment. */
function hashOf(
  { cipher }: Context,
  accountId: string,
  code: string,
): Promise<Buffer> {
  return cipher.fingerprint(`${accountId}:${code}`, "notices.code");
}
