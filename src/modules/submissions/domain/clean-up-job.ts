/** Name of the job that removes what is past its term; the worker enqueues it for each tenant every hour. */
export const cleanUpJob = "submissions.clean-up";
