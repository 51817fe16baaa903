import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Compilable,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from "kysely";
import type { Db } from "./database.ts";
import type { Answer, Statement } from "./statement-batch.ts";
import type { Line } from "./statement-line.ts";

/** Commands that report how many rows they changed; the count of others may be null. */
const changing: ReadonlySet<string> = new Set([
  "INSERT",
  "UPDATE",
  "DELETE",
  "MERGE",
]);

/** A connection's query builder, and whether it still takes statements. */
export type BoundBuilder = { readonly db: Db; isOpen: boolean };

const builders = new WeakMap<Line, BoundBuilder>();

/** Whether statements stay prepared on their connection; behind a pooler they cannot. */
export type Preparing = "named" | "unnamed";

/** Query builder bound to one checked-out connection, so that everything a use case does runs in its transaction. One for each connection. */
export function builderOf(line: Line, preparing: Preparing): BoundBuilder {
  const known = builders.get(line);
  if (known) return known;
  const builder: BoundBuilder = {
    isOpen: true,
    db: new BoundKysely(async (query) => {
      if (builder.isOpen) return executeOn(line, query, preparing);
      throw new Error(
        "database: this statement came too late: after its transaction had failed, or in Context.read, which sends all its statements at once, after the first answers",
      );
    }),
  };
  builders.set(line, builder);
  return builder;
}

/**
 * Ends a connection's builder for good. Whoever still holds it after a failed transaction (the others of a `Promise.all`) must not write
 * into what the connection does next, perhaps for another tenant.
 */
export function retireBuilder(line: Line): void {
  const builder = builders.get(line);
  if (builder) builder.isOpen = false;
  builders.delete(line);
}

type Execute = DatabaseConnection["executeQuery"];

/** Takes a statement that is written already straight to its connection: what Kysely does on the way are a dozen promises that change nothing. */
class BoundKysely extends Kysely<Record<never, never>> {
  readonly #execute: Execute;

  constructor(execute: Execute) {
    super({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => singleClientDriver(execute),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    });
    this.#execute = execute;
  }

  override executeQuery<Row>(
    query: CompiledQuery<Row> | Compilable<Row>,
  ): Promise<QueryResult<Row>> {
    return this.#execute<Row>("compile" in query ? query.compile() : query);
  }
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
  line: Line,
  { sql, parameters }: CompiledQuery,
  preparing: Preparing,
): Promise<QueryResult<Row>> {
  const { rows, rowCount, command } = await answerOf<Row>(line, {
    name: preparing === "named" ? statementName(sql) : undefined,
    text: sql,
    values: parameters,
  });
  return changing.has(command)
    ? { rows, numAffectedRows: BigInt(rowCount ?? 0) }
    : { rows };
}

async function answerOf<Row>(
  line: Line,
  statement: Statement,
): Promise<Answer<Row>> {
  try {
    return await line.send<Row>(statement);
  } catch (error) {
    // It was made where the answer was read; who sent the statement says more.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}

/**
 * Hands out the names under which connections keep statements prepared: parsed and planned once instead of each time. One that asks for all
 * columns (`*`) gets none, because a column added by a migration would break it ("cached plan must not change result type"), and the first
 * `most` texts only: those with a list of varying length would fill the servers' memory, and there are far fewer fixed ones.
 */
export function statementNames(
  most: number,
): (sql: string) => string | undefined {
  const names = new Map<string, string>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= most || namesAllColumns(sql)) return undefined;
    const name = `s${String(names.size + 1)}`;
    names.set(sql, name);
    return name;
  };
}

/** Those of this process. */
export const statementName = statementNames(500);

/** A text `'*'` and `count(*)` have nothing to do with columns. */
function namesAllColumns(sql: string): boolean {
  return (
    sql.includes("*") && sql.replace(/'(?:[^']|'')*'|\(\*\)/g, "").includes("*")
  );
}
