import { newLedger, type Ledger } from "../ledger.ts";

/** One version of an application that somebody was told is received: the application itself, or a correction of it. */
export type ConfirmedVersion = {
  /** Typed into it by who sent it; nothing in the portal makes it unique. */
  readonly marker: string;
  readonly reference: string;
  readonly version: number;
  readonly atMs: number;
};

/** What people saw, kept outside of the portal. */
export type DeliveriesLedger = Ledger & {
  readonly versions: ConfirmedVersion[];
};

export const newDeliveriesLedger = (): DeliveriesLedger => ({
  ...newLedger(),
  versions: [],
});
