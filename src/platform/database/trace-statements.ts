import type pg from "pg";
import { currentSpan, errorCode } from "../tracing/span.ts";

/** Shorter waits are noise. */
const noticeableWaitMs = 1;
const mostCharacters = 2_000;

/** A span for each statement of a request or job that is traced. Of the statement its text, without any value. */
export function traceStatements(pool: pg.Pool): void {
  pool.on("connect", (client) => {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    const traced = (...args: unknown[]): unknown => {
      const parent = currentSpan();
      if (!parent) return send(...args);
      const text = withoutValues(textOf(args));
      const span = parent.child({
        name: summaryOf(text),
        kind: "client",
        attributes: { "db.system.name": "postgresql", "db.query.text": text },
      });
      const answer = send(...args);
      if (answer instanceof Promise)
        void answer.then(
          () => {
            span.end();
          },
          (error: unknown) => {
            span.end(errorCode(error));
          },
        );
      return answer;
    };
    Object.assign(client, { query: traced });
  });
}

/** Waiting for a free connection, where it took long enough to matter. */
export async function traceWait<T>(wait: () => Promise<T>): Promise<T> {
  const parent = currentSpan();
  if (!parent) return wait();
  const startedAt = performance.now();
  try {
    return await wait();
  } finally {
    if (performance.now() - startedAt >= noticeableWaitMs)
      parent.child({ name: "wait for a connection", startedAt }).end();
  }
}

/** As `pg` takes it: a text, or an object that holds it. */
function textOf([first]: readonly unknown[]): string {
  return typeof first === "object" && first !== null && "text" in first
    ? String(first.text)
    : String(first);
}

/** Values travel beside the text, but ids of tenants and owners stand in it, and whatever else somebody may write there. Placeholders ($1) stay. */
export function withoutValues(sql: string): string {
  return sql
    .replace(/'(?:[^']|'')*'/g, "?")
    .replace(/(?<![\w$."])\d[\d.]*(?!\w)/g, "?")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, mostCharacters);
}

/** `select vorgaenge.vorgang`: one of few, so that times of the same statement can be compared. */
export function summaryOf(sql: string): string {
  const [verb = "sql"] = /^\w+/.exec(sql) ?? [];
  const table =
    /\b(?:from|into|update|join)\s+(?<table>"?\w+"?(?:\."?\w+"?)?)/i.exec(sql)
      ?.groups?.["table"];
  return [verb.toLowerCase(), table?.replaceAll('"', "")]
    .filter(Boolean)
    .join(" ");
}
