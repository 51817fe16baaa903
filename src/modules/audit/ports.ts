import type { Context } from "../../platform/context/context.ts";
import type { Signer } from "../../platform/crypto/signing-key.ts";
import type { Db } from "../../platform/database/database.ts";
import type { AuditSubject } from "./domain/entry.ts";

/** What the pages of the log need of others; wired in main. */
export type AuditPorts = {
  /** Names of members of staff by id; ids of nobody are left out. */
  readonly listStaffNames: (
    context: Context,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** Everybody who works or worked here, by name. */
  readonly listStaff: (
    context: Context,
  ) => Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** A number as it is stored, however somebody typed it. */
  readonly referenceOf: (typed: string) => string;
  /** Numbers by the ids of Vorgänge and submissions; of what is gone there is none. */
  readonly referencesOf: (
    context: Context,
    db: Db,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** Names of authorities by the ids of their tenants. */
  readonly namesOfAuthorities: (
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** What is kept under the number of a Vorgang, as the log names it. */
  readonly subjectsUnder: (
    context: Context,
    db: Db,
    reference: string,
  ) => Promise<readonly AuditSubject[]>;
  /** Signs the end of each day. */
  readonly signer: Signer;
};
