import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from "kysely";
import type { PoolClient } from "pg";
import type { Db } from "./database.ts";

/** Query builder bound to one checked-out connection, so that everything a use case does runs in its transaction. */
export function dbOnClient(client: PoolClient): Db {
  return new Kysely<Record<never, never>>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => singleClientDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

function singleClientDriver(client: PoolClient): Driver {
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
  client: PoolClient,
  query: CompiledQuery,
): Promise<QueryResult<Row>> {
  const result = await client.query(query.sql, [...query.parameters]);
  const rows = result.rows as Row[];
  return result.rowCount === null
    ? { rows }
    : { rows, numAffectedRows: BigInt(result.rowCount) };
}
