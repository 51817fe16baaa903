import type { PoolClient, Submittable } from "pg";
import {
  StatementBatch,
  type Answer,
  type Statement,
} from "./statement-batch.ts";

/** Called before a statement is sent; what it returns is called when it was answered. */
export type StatementObserver = (
  statement: Pick<Statement, "text" | "values">,
  connection: object,
) => ((error?: unknown) => void) | undefined;

/** A connection that collects what is sent to it until everything that can be sent now is there. */
export type Line = {
  /** `shown` is what observers are told of instead; null: nothing. */
  send<Row>(
    statement: Statement,
    shown?: Pick<Statement, "text" | "values"> | null,
  ): Promise<Answer<Row>>;
  /** Sends what was collected: what comes next has an answer of its own, whatever becomes of that. */
  flush(): void;
};

const lines = new WeakMap<PoolClient, Line>();

export function lineOf(
  client: PoolClient,
  observers: readonly StatementObserver[],
): Line {
  const known = lines.get(client);
  if (known) return known;
  let batch: StatementBatch | undefined;
  const flush = () => {
    const collected = batch;
    batch = undefined;
    if (collected) client.query(asQuery(collected));
  };
  const collect = <Row>(statement: Statement): Promise<Answer<Row>> => {
    if (!batch) {
      const opened = new StatementBatch(client);
      batch = opened;
      // The next tick comes after all promises that need no input or output.
      process.nextTick(() => {
        if (batch === opened) flush();
      });
    }
    return batch.add<Row>(statement);
  };
  const line: Line = {
    send: (statement, shown = statement) => {
      if (observers.length === 0 || shown === null) return collect(statement);
      const ends = observers.map((observe) => observe(shown, client));
      const answer = collect<never>(statement);
      void answer.then(
        () => {
          for (const end of ends) end?.();
        },
        (error: unknown) => {
          for (const end of ends) end?.(error);
        },
      );
      return answer;
    },
    flush,
  };
  lines.set(client, line);
  return line;
}

function asQuery(batch: StatementBatch): Submittable {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- it takes the connection of pg for what it uses of it
  return batch as unknown as Submittable;
}
