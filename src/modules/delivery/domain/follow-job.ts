/** Name of the job that asks what became of an accepted delivery. Stored in the queue; never reused for something else. */
export const followDeliveryJob = "delivery.follow";
