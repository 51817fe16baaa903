import { DatabaseAway } from "./outage.ts";

const unavailableCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "53300", // too_many_connections
  "08006", // connection_failure
  "busy", // too many documents wait to be made
]);

/** True when the database or the maker of documents is away or overloaded: the visitor should try again in a moment (503), nothing is wrong with the request. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseAway) return true;
  // The embedded database's socket is gone for a moment; any other missing file is a fault of ours.
  if ("syscall" in error && error.syscall === "connect") return true;
  if (
    "code" in error &&
    typeof error.code === "string" &&
    unavailableCodes.has(error.code)
  )
    return true;
  return /Connection terminated|timeout exceeded when trying to connect|not queryable|was closed/.test(
    error.message,
  );
}
