/** Enqueued every hour for each tenant: seals the log of the days before. */
export const sealLogJob = "audit.seal-log";
