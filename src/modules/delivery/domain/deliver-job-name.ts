/** Name of the job that tries one delivery. Stored in the queue; never reused for something else. */
export const deliverJobName = "delivery.deliver";
