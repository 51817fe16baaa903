import type { Logger } from "./logger.ts";

/** Errors in the log of this process since they were last taken, by kind. */
export type FaultCounts = {
  note(kind: string): void;
  /** Hands them over; what cannot be kept is to be noted again. */
  take(): ReadonlyMap<string, number>;
  /** Takes back what was handed over and could not be kept. */
  giveBack(counts: ReadonlyMap<string, number>): void;
};

/** So many kinds at most: a fault whose code is new each time must not fill a table. */
const mostKinds = 50;
const otherKinds = "other";

export function createFaultCounts(): FaultCounts {
  let counts = new Map<string, number>();
  const add = (kind: string, count: number) => {
    const under =
      counts.has(kind) || counts.size < mostKinds ? kind : otherKinds;
    counts.set(under, (counts.get(under) ?? 0) + count);
  };
  return {
    note: (kind) => {
      add(kind, 1);
    },
    take: () => {
      const taken = counts;
      counts = new Map();
      return taken;
    },
    giveBack: (taken) => {
      for (const [kind, count] of taken) add(kind, count);
    },
  };
}

type ErrorLine = (fields: object, message: string) => void;

/** The same log, of which each line that tells an error is counted by kind: what the line says, and what kind of fault with which code it was. */
export function countFaults(logger: Logger, counts: FaultCounts): Logger {
  const write: ErrorLine = (fields, message) => {
    logger.error(fields, message);
  };
  const error = (first: unknown, second?: unknown): void => {
    const fields = typeof first === "object" && first !== null ? first : {};
    const message = typeof first === "string" ? first : second;
    counts.note(
      kindOf(fields, typeof message === "string" ? message : "error"),
    );
    write(fields, typeof message === "string" ? message : "error");
  };
  return {
    info: logger.info.bind(logger),
    warn: logger.warn.bind(logger),
    debug: logger.debug.bind(logger),
    error,
    child: (bindings) => countFaults(logger.child(bindings), counts),
  };
}

/** Lines say what happened in fixed words; a fault adds its class and code, never its message, which may quote what somebody typed. */
function kindOf(fields: object, message: string): string {
  const fault = "error" in fields ? fields.error : undefined;
  if (!(fault instanceof Error)) return message;
  const code =
    "code" in fault && isCode(fault.code) ? ` ${String(fault.code)}` : "";
  return `${message} (${isCode(fault.name) ? fault.name : "Error"}${code})`;
}

const isCode = (value: unknown): value is string | number =>
  typeof value === "number" ||
  (typeof value === "string" && /^[\w-]{1,40}$/.test(value));
