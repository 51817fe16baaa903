import { randomBytes } from "node:crypto";
import type { Actor, Context } from "../context/context.ts";
import { openContext } from "../context/open-context.ts";
import { openTenantCiphers } from "../crypto/open-tenant-ciphers.ts";
import { generateKeyRing, parseKeyRing } from "../crypto/key-ring.ts";
import type { Database, DatabaseAddress } from "../database/database.ts";
import { openDatabase } from "../database/open-database.ts";
import type { Locale } from "../i18n/texts.ts";
import { newId } from "../values/id.ts";
import {
  copyTemplate,
  dropDatabase,
  emptyTemplate,
  sharedOrOwnServer,
  templateFolder,
  type DatabaseTemplate,
} from "./test-server.ts";

export type ContextOptions = {
  readonly tenantId: string;
  readonly actor?: Actor;
  readonly now?: Date;
  readonly locale?: Locale;
};

export type TestDatabase = {
  readonly address: DatabaseAddress;
  /** Files that belong to what the template put into the database; read only. */
  readonly templateFolder: string;
  readonly database: Database;
  /** Statements the serving role sent since the last `statements.length = 0`. */
  readonly statements: string[];
  contextFor(options: ContextOptions): Context;
  close(): Promise<void>;
};

/** A database of its own for one test file, copied from the template: the empty schema when nothing else is asked for. Close it in `after`. */
export async function createTestDatabase(
  template: DatabaseTemplate = emptyTemplate,
): Promise<TestDatabase> {
  const server = await sharedOrOwnServer();
  const name = `test_${randomBytes(6).toString("hex")}`;
  await copyTemplate(server, template, name);
  const address: DatabaseAddress = { ...server.address, database: name };
  const statements: string[] = [];
  const database = await openDatabase(address, {
    onStatement: (sql) => statements.push(sql),
    maxConnections: 8,
  });
  const keyDatabase = await openDatabase(address, { maxConnections: 2 });
  const ciphers = openTenantCiphers(
    keyDatabase,
    parseKeyRing(generateKeyRing("test")),
  );
  return {
    address,
    templateFolder: templateFolder(server, template),
    database,
    statements,
    contextFor: ({
      tenantId,
      actor = guest,
      now = new Date(),
      locale = "de",
    }) =>
      openContext(
        { database, ciphers },
        { tenantId, actor, locale, now, correlationId: newId() },
      ),
    close: async () => {
      await Promise.all([database.close(), keyDatabase.close()]);
      await dropDatabase(server, name);
      await server.stop();
    },
  };
}

/** A guest: may do nothing that needs a permission. */
export const guest: Actor = { kind: "guest", id: "guest", may: () => false };

/** A caseworker with exactly these permissions. */
export function staffWith(
  id: string,
  ...permissions: readonly string[]
): Actor {
  return {
    kind: "staff",
    id,
    may: (permission) => permissions.includes(permission),
  };
}
