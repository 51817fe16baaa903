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
import type { Db } from "./database.ts";

/** Commands that report how many rows they changed; the count of others may be null. */
const changing: ReadonlySet<string> = new Set([
  "INSERT",
  "UPDATE",
  "DELETE",
  "MERGE",
]);

/** As `pg` has it, with the row's type free to name. */
type Client = {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as pg declares it: nothing but the caller knows the row
  query<Row>(statement: {
    readonly name: string | undefined;
    readonly text: string;
    readonly values: readonly unknown[];
  }): Promise<{
    readonly rows: Row[];
    readonly rowCount: number | null;
    readonly command: string;
  }>;
};

/** A connection's query builder, and whether it still takes statements. */
export type BoundBuilder = { readonly db: Db; isOpen: boolean };

const builders = new WeakMap<Client, BoundBuilder>();

/** Whether statements stay prepared on their connection; behind a pooler they cannot. */
export type Preparing = "named" | "unnamed";

/** Query builder bound to one checked-out connection, so that everything a use case does runs in its transaction. One for each connection. */
export function builderOf(client: Client, preparing: Preparing): BoundBuilder {
  const known = builders.get(client);
  if (known) return known;
  const builder: BoundBuilder = {
    isOpen: true,
    db: new Kysely<Record<never, never>>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () =>
          singleClientDriver((query) => {
            if (builder.isOpen) return executeOn(client, query, preparing);
            throw new Error(
              "database: this statement came too late: after its transaction had failed, or in Context.read, which sends all its statements at once, after the first answers",
            );
          }),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    }),
  };
  builders.set(client, builder);
  return builder;
}

/**
 * Ends a connection's builder for good. Whoever still holds it after a failed transaction (the others of a `Promise.all`) must not write
 * into what the connection does next, perhaps for another tenant.
 */
export function retireBuilder(client: Client): void {
  const builder = builders.get(client);
  if (builder) builder.isOpen = false;
  builders.delete(client);
}

function singleClientDriver(
  executeQuery: DatabaseConnection["executeQuery"],
): Driver {
  const connection: DatabaseConnection = {
    executeQuery,
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
  client: Client,
  { sql, parameters }: CompiledQuery,
  preparing: Preparing,
): Promise<QueryResult<Row>> {
  const { rows, rowCount, command } = await client.query<Row>({
    name: preparing === "named" ? statementName(sql) : undefined,
    text: sql,
    values: parameters,
  });
  return changing.has(command)
    ? { rows, numAffectedRows: BigInt(rowCount ?? 0) }
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
