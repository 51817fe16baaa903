import type { TenantCipher } from "../crypto/tenant-cipher.ts";
import type { Db } from "../database/database.ts";
import type { Locale } from "../i18n/texts.ts";

/** Who acts. `may` answers from the permissions the actor has in this tenant; guests and the system have none of staff's. */
export type Actor = {
  readonly kind: "guest" | "citizen" | "staff" | "system";
  /** Stable id for the audit log; `guest` and `system` for those two. */
  readonly id: string;
  /** Of staff: what they are in this tenant at this moment, for the log; what that opens is for `may` to say. */
  readonly roles?: readonly string[];
  /**
   * Of a citizen: whose things they see and make, in all portals: their own id, or that of the organisation or person they act for.
   * Row-level security shows rows of this owner whatever the tenant, to read.
   */
  readonly ownerId?: string;
  /** Acts for another person, who has things of their own: of those only what this citizen did for them is seen. */
  readonly seesOwnActsOnly?: true;
  may(permission: string): boolean;
};

/** Everything a use case may know about its caller. Built once per request or job; never the HTTP request itself. */
export type Context = {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly now: Date;
  /** Request id or job id, for the log. */
  readonly correlationId: string;
  /** Encrypts and decrypts with the tenant's own data key. */
  readonly cipher: TenantCipher;
  /**
   * Runs `work` in one transaction with the tenant set for row-level security.
   * Commits when it resolves; rolls back when it throws. A refusal that must not leave writes behind throws or writes nothing.
   */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * Reads in one round trip, for pages that many ask for: `work` sends all its statements at once, none may depend on the answer of
   * another. Writes and later statements throw.
   */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * As `transaction`, in one round trip: `work` sends all its statements at once, none may depend on the answer of another, and the end goes with
   * them. What must hold for it is for the database to say: a statement that fails takes back all of it. A statement that
   * comes later throws when the others are there already: a mistake of the program.
   */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>;
};
