import { pino, type DestinationStream, type Logger as PinoLogger } from "pino";
import { currentSpan } from "../tracing/span.ts";

/** Structured log. Log ids and codes, never names, addresses, answers, links or mail addresses. */
export type Logger = Pick<PinoLogger, "info" | "warn" | "error" | "debug"> & {
  child(bindings: Readonly<Record<string, string>>): Logger;
};

/** Lines that cannot be written are kept up to this, then dropped. */
const keptBytes = 1_048_576;

/**
 * Writes JSON lines to standard output, or to `destination` in tests. Lines that cannot be written, e.g. to a full disk, end nothing: they
 * are written when it is possible again.
 */
export function createLogger(
  level: string,
  destination?: DestinationStream,
): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { error: describeError },
    mixin: traceOfLine,
  };
  return pino(options, destination ?? standardOutput());
}

/** Where to find what else happened, in lines of a request or job that is traced. */
function traceOfLine(): Readonly<Record<string, string>> {
  const span = currentSpan();
  return span ? { traceId: span.traceId, spanId: span.spanId } : {};
}

function standardOutput(): DestinationStream {
  const output = pino.destination({
    dest: 1,
    sync: true,
    maxLength: keptBytes,
  });
  // Nobody is left to whom it could be told; without this the process would end.
  output.on("error", () => undefined);
  return output;
}

/** Kind, code and stack of a fault, without the message: messages of a database or parser may quote what a person typed. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 12);
  return {
    kind: error.name,
    ...("code" in error ? { code: error.code } : {}),
    ...("constraint" in error ? { constraint: error.constraint } : {}),
    frames,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
