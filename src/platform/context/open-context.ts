import type { TenantCiphers } from "../crypto/open-tenant-ciphers.ts";
import type { Database } from "../database/database.ts";
import type { Context } from "./context.ts";

/** What a context works on. */
export type ContextGround = {
  readonly database: Database;
  readonly ciphers: TenantCiphers;
};

/** A context for this caller: cipher and transactions are those of its tenant. */
export function openContext(
  { database, ciphers }: ContextGround,
  caller: Omit<Context, "cipher" | "transaction" | "read" | "write">,
): Context {
  const { tenantId } = caller;
  const scope = { tenantId, ownerId: caller.actor.ownerId };
  return {
    ...caller,
    cipher: ciphers.of(tenantId),
    transaction: (work) => database.inScope(scope, work),
    read: (work) => database.readInScope(scope, work),
    write: (work) => database.writeInScope(scope, work),
  };
}
