import type { Db } from "../../platform/database/database.ts";

/** Deliveries by kind of destination over all tenants, as the module delivery counts them. */
export type DeliveryCount = {
  readonly connector: string;
  readonly waiting: number;
  readonly held: number;
  readonly oldestSeconds: number;
  readonly overdueSeconds: number;
  readonly deliveredToday: number;
  readonly failedToday: number;
  readonly delivered: number;
  readonly failed: number;
};

export type DeliveryDay = {
  readonly day: string;
  readonly delivered: number;
  readonly waiting: number;
  readonly failed: number;
};

/** The disk that this process writes to. */
export type DiskSpace = { readonly free: number; readonly total: number };

/** Where figures come from that others keep. */
export type FigureSources = {
  countDeliveries(db: Db): Promise<readonly DeliveryCount[]>;
  /** Undefined where nothing is kept on this machine. */
  readDisk(): Promise<DiskSpace | undefined>;
};
