import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Compilable,
  type CompiledQuery,
  type QueryResult,
  type RawBuilder,
} from "kysely";
import type { Db } from "./database.ts";

/** Stands for a value while the text is written. */
class Hole {
  readonly name: PropertyKey;

  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/** Gives what stands for a value in the statement. */
export type ValueOf<Values> = <Name extends keyof Values>(
  name: Name,
) => Values[Name];

/**
 * A statement that many requests send, with other values each: written with the query builder once in a process, when it is first needed. The
 * builder must not look at the values: all of them have to be parameters.
 */
export function fixedStatement<Values extends object, Row>(
  write: (db: Db, value: ValueOf<Values>) => Compilable<Row>,
): (db: Db, values: Values) => Promise<Row[]> {
  const send = writtenOnce<Values, Row>((value) =>
    write(writer, value).compile(),
  );
  return async (db, values) => (await send(db, values)).rows;
}

/** The same for a statement that is written in SQL. It also says how many rows were changed. */
export function fixedSql<Values extends object, Row>(
  write: (value: ValueOf<Values>) => RawBuilder<Row>,
): (db: Db, values: Values) => Promise<QueryResult<Row>> {
  return writtenOnce((value) => write(value).compile(writer));
}

function writtenOnce<Values extends object, Row>(
  write: (value: ValueOf<Values>) => CompiledQuery<Row>,
): (db: Db, values: Values) => Promise<QueryResult<Row>> {
  let written: CompiledQuery<Row> | undefined;
  return (db, values) => {
    written ??= write(
      // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the builder passes it on and never looks at it
      (name) => new Hole(name) as unknown as Values[typeof name],
    );
    const parameters = written.parameters.map((parameter) =>
      parameter instanceof Hole ? valueAt(values, parameter.name) : parameter,
    );
    return db.executeQuery<Row>({ ...written, parameters });
  };
}

/** Writes statements and sends none. */
const writer: Db = new Kysely({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

function valueAt(values: object, name: PropertyKey): unknown {
  return Reflect.get(values, name);
}
