import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { newId } from "../../../platform/values/id.ts";
import { sendSmsJob, smsPurpose } from "../domain/sms.ts";
import { countSms, insertSms } from "../store/sms-store.ts";

/** Each costs money, and a telephone that rings all day is no help. */
const mostNoticesOfAccount = 5;
const dayMs = 86_400_000;

export type SmsLimit = {
  /** For all accounts in 24 hours. */
  readonly dailyLimit: number;
};

/** Writes a short message and its job; false where there were enough in the last 24 hours. */
export async function writeSms(
  context: Context,
  db: Db,
  {
    accountId,
    kind,
    to,
    text,
    dailyLimit,
  }: SmsLimit & {
    readonly accountId: string;
    readonly kind: "code" | "notice";
    readonly to: string;
    readonly text: string;
  },
): Promise<boolean> {
  const { tenantId, now, cipher } = context;
  const since = new Date(now.getTime() - dayMs);
  const written = await countSms(db, tenantId, { accountId, since });
  if (written.all >= dailyLimit) return false;
  if (kind === "notice" && written.own >= mostNoticesOfAccount) return false;
  const id = newId();
  const content = await cipher.encrypt(
    Buffer.from(JSON.stringify({ to, text })),
    smsPurpose(id),
  );
  await insertSms(db, tenantId, { id, accountId, kind, content, at: now });
  await enqueue(db, { name: sendSmsJob, payload: { smsId: id } });
  return true;
}
