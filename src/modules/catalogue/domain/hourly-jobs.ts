import { followAboveJob } from "./follow-above-job.ts";
import { keepPlansJob } from "./editing/publish-planned-job.ts";
import { remindOfReviewsJob } from "./editing/review.ts";

/** Names of the jobs that every tenant needs once an hour. */
export const hourlyCatalogueJobs = [
  followAboveJob,
  remindOfReviewsJob,
  keepPlansJob,
];
