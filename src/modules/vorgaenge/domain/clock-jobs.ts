/** Job that looks after what is due; every hour for each tenant. */
export const watchClocksJob = "vorgaenge.watch-clocks";

/** Job that computes the due days of a Leistung anew. */
export const redateJob = "vorgaenge.redate";
