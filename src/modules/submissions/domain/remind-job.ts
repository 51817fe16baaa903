/** Job that reminds applicants of drafts that are removed soon; enqueued for each tenant every hour. */
export const remindJob = "submissions.remind";
