/** Announces what is to be deleted and deletes what is due; every hour for each tenant. */
export const retentionJob = "retention.delete-due";
