/** Name of the job that publishes what was planned. */
export const publishPlannedJob = "catalogue.publish-planned";

/** Name of the job that sees to it that each plan has its job. */
export const keepPlansJob = "catalogue.keep-plans";
