/** Name of the job that brings what an authority publishes to those below that wrote parts of it themselves. */
export const followAboveJob = "catalogue.follow-above";
