import type { Context } from "../../platform/context/context.ts";
import type { Db } from "../../platform/database/database.ts";
import type { FileStore } from "../../platform/files/file-store.ts";
import type { MalwareScanner } from "../../platform/malware/malware-scanner.ts";
import type { Authority } from "./domain/authority.ts";
import type { NewVorgang } from "./domain/vorgang.ts";

/** The authorities of this installation, which ask each other for opinions and hand over to each other. */
export type Authorities = {
  /** Those whose name, kind or place has all of these words, at most `limit`, by name; none without words. */
  search(words: string, limit: number): Promise<readonly Authority[]>;
  /** Others that offer this Leistung and are near in the tree of authorities: first those above the caller's own. */
  suggest(
    context: Context,
    leistungSlug: string,
  ): Promise<readonly Authority[]>;
  find(tenantId: string): Promise<Authority | undefined>;
  /**
   * The same caller in another authority. Only for a use case that has found, in the caller's own tenant, a row that leads there, and that
   * records what it does in the logs of both.
   */
  contextIn(context: Context, tenantId: string): Context;
};

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
  /** Whether that would succeed as far as it is known now; changes nothing. */
  readonly mayStopDeliveries: StopDeliveries;
};
