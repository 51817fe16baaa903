import type { Context } from "../../platform/context/context.ts";
import type { Db } from "../../platform/database/database.ts";
import type { FileStore } from "../../platform/files/file-store.ts";
import type { MalwareScanner } from "../../platform/malware/malware-scanner.ts";
import type { NewVorgang } from "./domain/vorgang.ts";

/** What was sent, ready to be written in another tenant. */
export type PreparedTransfer = {
  /** As the authority it comes to names it. */
  readonly event: NewVorgang;
  /** In a transaction of the tenant it comes to, with what belongs to it there (receipt, deliveries). Idempotent. */
  write(there: Context, db: Db): Promise<void>;
};

/**
 * Prepares what was sent for another authority of the installation: encrypted for it, its files copied. Undefined for an unknown submission;
 * the caller has checked who may.
 */
export type PrepareTransfer = (
  context: Context,
  there: Context,
  submissionId: string,
) => Promise<PreparedTransfer | undefined>;

/**
 * Stops deliveries of a submission that no back-office system has been asked to take yet. False when one has: then it has left the house.
 * The tenant is the transaction's.
 */
export type StopDeliveries = (db: Db, submissionId: string) => Promise<boolean>;

/** Files that experts put to their answers. */
export type ExpertFilePorts = {
  readonly files: FileStore;
  /** Undefined: nobody has set one up. */
  readonly scanner: MalwareScanner | undefined;
};

/** What handing over needs of submissions and delivery; wired in main. */
export type HandOverPorts = {
  readonly prepareTransfer: PrepareTransfer;
  readonly stopDeliveries: StopDeliveries;
};
