import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type PostgresPoolClient,
  type QueryResult,
} from "kysely";
import type { Db } from "./database.ts";

/** Commands that report how many rows they changed; the count of others may be null. */
const changing: ReadonlySet<string> = new Set([
  "INSERT",
  "UPDATE",
  "DELETE",
  "MERGE",
]);

/** Query builder bound to one checked-out connection, so that everything a use case does runs in its transaction. */
export function dbOnClient(client: PostgresPoolClient): Db {
  return new Kysely<Record<never, never>>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => singleClientDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

function singleClientDriver(client: PostgresPoolClient): Driver {
  const connection: DatabaseConnection = {
    executeQuery: (query) => executeOn(client, query),
    streamQuery: () => {
      throw new Error(
        "database: streaming is not offered; page through the rows instead",
      );
    },
  };
  const refuseTransaction = () =>
    Promise.reject(
      new Error(
        "database: transactions begin in Context.transaction, not in a store",
      ),
    );
  return {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    releaseConnection: () => Promise.resolve(),
    beginTransaction: refuseTransaction,
    commitTransaction: refuseTransaction,
    rollbackTransaction: refuseTransaction,
    destroy: () => Promise.resolve(),
  };
}

async function executeOn<Row>(
  client: PostgresPoolClient,
  query: CompiledQuery,
): Promise<QueryResult<Row>> {
  const { rows, rowCount, command } = await client.query<Row>(
    query.sql,
    query.parameters,
  );
  return changing.has(command)
    ? { rows, numAffectedRows: BigInt(rowCount) }
    : { rows };
}

const names = new Map<string, string>();

/** Texts with a list of varying length would fill the servers' memory; there are far fewer fixed ones. */
const maxNames = 500;

/**
 * Name under which a connection keeps a statement prepared: parsed and planned once instead of each time. A `*` is left out, because
 * a column added by a migration would break it ("cached plan must not change result type").
 */
function statementName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= maxNames || sql.includes("*")) return undefined;
  const name = `s${String(names.size + 1)}`;
  names.set(sql, name);
  return name;
}
