import type { Db } from "./database.ts";
import {
  builderOf,
  statementName,
  type Preparing,
} from "./single-client-dialect.ts";
import type { Answer, Statement } from "./statement-batch.ts";
import type { Line } from "./statement-line.ts";

/** How a transaction begins: its kind, and what holds within it by its name in PostgreSQL. */
export type Opening = {
  readonly begin: "begin" | "begin read only";
  readonly settings: readonly (readonly [name: string, value: string])[];
};

export type OpenLine = {
  readonly line: Line;
  readonly preparing: Preparing;
};

/** `begin` and the first statements in one write; what comes after their answers in further ones, and the end in the last. */
export async function runTransaction<T>(
  open: OpenLine,
  opening: Opening,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const [began, worked] = await Promise.allSettled([
    begin(open, opening),
    work(builderOf(open.line, open.preparing).db),
  ]);
  if (began.status === "rejected") throw began.reason;
  if (worked.status === "rejected") throw worked.reason;
  assertCommitted(await commit(open));
  return worked.value;
}

/**
 * Begin, the statements and the end in one write, answered once. The end does not wait to hear that they went well: when one fails, the server
 * skips it. Statements after that are refused.
 */
export async function runAtOnce<T>(
  open: OpenLine,
  opening: Opening,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const builder = builderOf(open.line, open.preparing);
  const ended = new Promise<Answer<unknown>>((resolve) => {
    // The next tick comes after all promises that need no input or output.
    process.nextTick(() => {
      builder.isOpen = false;
      resolve(commit(open));
    });
  });
  const [began, worked, committed] = await Promise.allSettled([
    begin(open, opening),
    work(builder.db),
    ended,
  ]);
  builder.isOpen = true;
  if (began.status === "rejected") throw began.reason;
  if (worked.status === "rejected") throw worked.reason;
  if (committed.status === "rejected") throw committed.reason;
  assertCommitted(committed.value);
  return worked.value;
}

/** Resolves to the error when the connection cannot be used again. */
export async function rollBack(open: OpenLine): Promise<Error | undefined> {
  open.line.flush();
  try {
    await open.line.send(fixed(open, "rollback"));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function begin(
  open: OpenLine,
  { begin: text, settings }: Opening,
): Promise<void> {
  const began = open.line.send(fixed(open, text), {
    text: [text, ...shownSettings(settings)].join("; "),
    values: [],
  });
  const isSet = settings.length > 0 && set(open, settings);
  await Promise.all([began, isSet]);
}

/** Ids and fixed words only, so that nothing has to be escaped. */
function shownSettings(settings: Opening["settings"]): string[] {
  const shown = settings.map(
    ([name, value]) => `set_config('${name}', '${value}', true)`,
  );
  return shown.length > 0 ? [`select ${shown.join(", ")}`] : [];
}

function set(
  open: OpenLine,
  settings: Opening["settings"],
): Promise<Answer<unknown>> {
  const calls = settings.map(
    (_setting, at) =>
      `set_config($${String(2 * at + 1)}, $${String(2 * at + 2)}, true)`,
  );
  const statement = fixed(open, `select ${calls.join(", ")}`);
  // The observers were told with `begin`.
  return open.line.send({ ...statement, values: settings.flat() }, null);
}

function commit(open: OpenLine): Promise<Answer<unknown>> {
  return open.line.send(fixed(open, "commit"));
}

function fixed({ preparing }: OpenLine, text: string): Statement {
  return {
    name: preparing === "named" ? statementName(text) : undefined,
    text,
    values: [],
  };
}

/** PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error. */
function assertCommitted({ command }: Answer<unknown>): void {
  if (command !== "COMMIT")
    throw new Error(
      "database: a statement failed and its error was swallowed; nothing was saved",
    );
}
