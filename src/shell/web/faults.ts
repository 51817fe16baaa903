import { mayPass, S3Error } from "../../platform/files/s3/s3-bucket.ts";
import { DatabaseAway } from "./outage.ts";

const unavailableCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "53100", // disk_full
  "53200", // out_of_memory
  "53300", // too_many_connections
  "55P03", // lock_not_available
  "57014", // query_canceled: it took too long
  "58030", // io_error
  "40001", // serialization_failure
  "40P01", // deadlock_detected
  "08006", // connection_failure
  "ENOSPC", // of the folder for uploads
  "EDQUOT",
  "EIO",
  "busy", // too many documents wait to be made
]);

/**
 * True when the database, the store of files or the maker of documents is away, full or overloaded: the visitor should try again in a moment (503),
 * nothing is wrong with the request.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseAway) return true;
  if (error instanceof S3Error) return mayPass(error);
  // The embedded database's socket is gone for a moment; any other missing file is a fault of ours.
  if ("syscall" in error && error.syscall === "connect") return true;
  if (
    "code" in error &&
    typeof error.code === "string" &&
    (unavailableCodes.has(error.code) || isOfPooler(error))
  )
    return true;
  return /Connection terminated|timeout exceeded when trying to connect|not queryable|was closed/.test(
    error.message,
  );
}

/**
 * PgBouncer gives all its own errors the code of a broken protocol: the primary is gone, there is none to log in at, or all connections are taken.
 * PostgreSQL names the routine that complains, and would mean a fault of ours.
 * @see https://github.com/pgbouncer/pgbouncer/blob/pgbouncer_1_18_0/src/proto.c send_pooler_error
 */
const isOfPooler = (error: object): boolean =>
  "code" in error &&
  error.code === "08P01" &&
  (!("routine" in error) || error.routine === undefined);
