import type { CalendarDay } from "../../../platform/calendar/calendar-day.ts";
import type { ChainPosition } from "./chain.ts";

/** Purpose of the keys that sign seals; part of how they are derived, so never changed. */
export const sealPurpose = "audit-seal";

/** The end of the log at the end of a day, signed. It covers everything before it. */
export type DailySeal = {
  readonly day: CalendarDay;
  /** Number and hash of the last entry it covers. */
  readonly seq: number;
  readonly hash: Buffer;
  readonly keyId: string;
  /** Ed25519 over `sealContent`. */
  readonly signature: Buffer;
  readonly sealedAt: Date;
};

/** What is signed, line by line, so that an auditor can rebuild it by hand. */
export function sealContent(
  tenantId: string,
  seal: Pick<DailySeal, "day"> & ChainPosition,
): Buffer {
  return Buffer.from(
    [
      "openrathaus audit seal 1",
      tenantId,
      seal.day,
      String(seal.seq),
      seal.hash.toString("hex"),
      "",
    ].join("\n"),
  );
}
