import {
  addDays,
  dayOf,
  startOfDay,
} from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Signer } from "../../../platform/crypto/signing-key.ts";
import type { TimeStampAuthority } from "../../../platform/time-stamp/time-stamp-authority.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import { sealContent } from "../domain/seal.ts";
import {
  findLastEntryBefore,
  findNewestSeal,
  insertSeal,
} from "../store/seal-store.ts";
import { insertTimeStamp, listUnstampedSeals } from "../store/stamp-store.ts";

/** Seals the log of the own tenant up to the end of yesterday. A day without new entries gets no seal; a second run changes nothing. */
export async function sealLog(context: Context, signer: Signer): Promise<void> {
  const { tenantId, now } = context;
  const today = dayOf(now);
  await context.transaction(async (db) => {
    const last = await findLastEntryBefore(db, tenantId, startOfDay(today));
    const sealed = await findNewestSeal(db, tenantId);
    if (!last || (sealed && sealed.seq >= last.seq)) return;
    const seal = { ...last, day: addDays(today, -1) };
    await insertSeal(db, tenantId, {
      ...seal,
      keyId: signer.keyId,
      signature: signer.sign(sealContent(tenantId, seal)),
      sealedAt: now,
    });
  });
}

/** Seals asked for at once: after a long failure the rest follows with the next runs. */
const stampsAtOnce = 10;

/** Gets time stamps for seals that have none of this authority yet. Returns why it ended early, or undefined. */
export async function stampSeals(
  context: Context,
  authority: TimeStampAuthority,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { tenantId } = context;
  const seals = await context.transaction((db) =>
    listUnstampedSeals(db, tenantId, {
      authority: authority.name,
      limit: stampsAtOnce,
    }),
  );
  for (const seal of seals) {
    const stamp = await authority.stamp(sha256(seal.signature), signal);
    if (!stamp.ok) return `${stamp.refusal.kind}: ${stamp.refusal.reason}`;
    await context.transaction((db) =>
      insertTimeStamp(db, tenantId, {
        day: seal.day,
        authority: authority.name,
        ...stamp.value,
      }),
    );
  }
  return undefined;
}
