import type { Duplex } from "node:stream";
import pg from "pg";

/** What is sent to the database at once with others. */
export type Statement = {
  /** Under which it stays prepared on the connection; undefined: it does not. */
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
};

export type Answer<Row> = {
  readonly rows: Row[];
  readonly rowCount: number | null;
  readonly command: string;
};

/** How a row of a statement is read. A prepared statement has the same for as long as it is prepared, so it is asked for once. */
type Shape = {
  readonly names: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
};

type Item = {
  readonly statement: Statement;
  readonly values: readonly (string | Buffer | null)[];
  readonly rows: unknown[];
  readonly settle: PromiseWithResolvers<Answer<unknown>>;
  shape: Shape | undefined;
  tag: string;
  unreadable: unknown;
};

/** A connection's half of `pg` that speaks the protocol, as far as it is used here. */
type Wire = {
  readonly stream: Duplex;
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(statement: { name: string; text: string }): void;
  bind(values: {
    statement: string;
    values: readonly (string | Buffer | null)[];
  }): void;
  describe(what: { type: "P"; name: string }): void;
  execute(rows: Record<string, never>): void;
  sync(): void;
};

type FieldDescription = { readonly name: string; readonly dataTypeID: number };

type TypeParsers = {
  getTypeParser(typeId: number, format: "text"): (text: string) => unknown;
};

/* eslint-disable @typescript-eslint/no-unsafe-type-assertion -- what the types of pg leave out: it takes only its own query class into a pipeline, calls the methods below on it, and has this function */
const Query = pg.Query as unknown as new (config: object) => object;
const { prepareValue } = (
  pg as unknown as {
    utils: { prepareValue: (value: unknown) => string | Buffer | null };
  }
).utils;
/* eslint-enable @typescript-eslint/no-unsafe-type-assertion */

const shapesOf = new WeakMap<Wire, Map<string, Shape>>();
const noRows: Shape = { names: [], parsers: [] };

/**
 * Statements that go to the database in one write and come back in one answer: the server is asked to answer once, at the end (Sync), not after
 * each. When one fails, the server skips the rest, also an end of the transaction among them.
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
 */
export class StatementBatch extends Query {
  /** Of the statement that is being answered; `pg` notes under it what is prepared. */
  name: string | undefined;
  text: string | undefined;
  readonly #types: TypeParsers;
  readonly #items: Item[] = [];
  #answered = 0;
  #wire: Wire | undefined;

  constructor(types: TypeParsers) {
    super({});
    this.#types = types;
  }

  /** Rejects at once, and sends nothing, where a value cannot be written. */
  add<Row>(statement: Statement): Promise<Answer<Row>> {
    const settle = Promise.withResolvers<Answer<unknown>>();
    try {
      this.#items.push({
        statement,
        values: statement.values.map((value) => prepareValue(value)),
        rows: [],
        settle,
        shape: undefined,
        tag: "",
        unreadable: undefined,
      });
    } catch (error) {
      settle.reject(error);
    }
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- nothing but the caller knows the row
    return settle.promise as Promise<Answer<Row>>;
  }

  submit(wire: Wire): null {
    this.#wire = wire;
    this.#expect(0);
    wire.stream.cork();
    try {
      for (const item of this.#items) write(wire, item);
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
    return null;
  }

  handleRowDescription({
    fields,
  }: {
    readonly fields: readonly FieldDescription[];
  }): void {
    const item = this.#items[this.#answered];
    if (item)
      item.shape = {
        names: fields.map(({ name }) => name),
        parsers: fields.map(({ dataTypeID }) =>
          this.#types.getTypeParser(dataTypeID, "text"),
        ),
      };
  }

  handleDataRow({
    fields,
  }: {
    readonly fields: readonly (string | null)[];
  }): void {
    const item = this.#items[this.#answered];
    if (!item?.shape) return;
    try {
      item.rows.push(rowOf(item.shape, fields));
    } catch (error) {
      item.unreadable = error;
    }
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const item = this.#items[this.#answered];
    if (!item) return;
    item.tag = text;
    this.#keepShape(item);
    this.#expect(this.#answered + 1);
  }

  handleEmptyQuery(): void {
    this.#expect(this.#answered + 1);
  }

  handleReadyForQuery(): void {
    for (const item of this.#items) answer(item);
  }

  /** Of the server about the statement that is being answered, or of the connection. */
  handleError(error: Error): void {
    const [failed, ...skipped] = this.#items.slice(this.#answered);
    for (const item of this.#items.slice(0, this.#answered)) answer(item);
    failed?.settle.reject(error);
    for (const { statement } of skipped)
      if (statement.name !== undefined && this.#wire)
        Reflect.deleteProperty(
          this.#wire.submittedNamedStatements,
          statement.name,
        );
    // Whoever waits for all of them hears the cause first, however far the news have to travel.
    setImmediate(() => {
      for (const { settle } of skipped)
        settle.reject(
          new Error("database: not run, because a statement before it failed", {
            cause: error,
          }),
        );
    });
  }

  #expect(position: number): void {
    this.#answered = position;
    const statement = this.#items[position]?.statement;
    this.name = statement?.name;
    this.text = statement?.text;
  }

  #keepShape({ statement: { name }, shape = noRows }: Item): void {
    if (name === undefined || !this.#wire) return;
    const shapes = shapesOf.get(this.#wire) ?? new Map<string, Shape>();
    shapesOf.set(this.#wire, shapes.set(name, shape));
  }
}

function write(wire: Wire, item: Item): void {
  const { name = "", text } = item.statement;
  const isPrepared =
    name !== "" &&
    (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name]) !==
      undefined;
  if (!isPrepared) {
    wire.parse({ name, text });
    if (name !== "") wire.submittedNamedStatements[name] = text;
  }
  wire.bind({ statement: name, values: item.values });
  item.shape = isPrepared ? shapesOf.get(wire)?.get(name) : undefined;
  if (!item.shape) wire.describe({ type: "P", name: "" });
  wire.execute({});
}

function rowOf(
  { names, parsers }: Shape,
  fields: readonly (string | null)[],
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [at, name] of names.entries()) {
    const text = fields[at] ?? null;
    row[name] = text === null ? null : parsers[at]?.(text);
  }
  return row;
}

/** `INSERT 0 1`, `SELECT 3`, `COMMIT`. */
function answer({ rows, settle, tag, unreadable }: Item): void {
  if (unreadable !== undefined) {
    settle.reject(unreadable);
    return;
  }
  const [command = "", ...counts] = tag.split(" ");
  const count = counts.at(-1);
  settle.resolve({
    rows,
    command,
    rowCount: count === undefined ? null : Number(count),
  });
}
