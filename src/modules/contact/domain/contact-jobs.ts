/** Removes messages whose term is over; enqueued every hour for each tenant. */
export const tidyContactJob = "contact.tidy";
