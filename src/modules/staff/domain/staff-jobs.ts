/** Removes sessions that have ended; enqueued every hour for each tenant. */
export const tidyStaffJob = "staff.tidy";
