import { currentSpan, errorCode } from "../tracing/span.ts";
import type { StatementObserver } from "./statement-line.ts";

/** Shorter waits are noise. */
const noticeableWaitMs = 1;
const mostCharacters = 2_000;

/** A span for each statement of a request or job that is traced. Of the statement its text, without any value. */
export const traceStatement: StatementObserver = (statement) => {
  const parent = currentSpan();
  if (!parent) return undefined;
  const text = withoutValues(statement.text);
  const span = parent.child({
    name: summaryOf(text),
    kind: "client",
    attributes: { "db.system.name": "postgresql", "db.query.text": text },
  });
  return (error) => {
    if (error === undefined) span.end();
    else span.end(errorCode(error));
  };
};

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
