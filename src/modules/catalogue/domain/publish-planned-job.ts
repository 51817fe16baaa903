/** Name of the job that publishes what was planned. */
export const publishPlannedJob = "catalogue.publish-planned";
