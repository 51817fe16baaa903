/** Name of the hourly job that looks after all destinations of a tenant. Stored in the queue; never reused for something else. */
export const watchDeliveriesJob = "delivery.watch";
