/** Makes the words of Vorgänge that have none yet; enqueued every hour. */
export const indexSearchJob = "vorgaenge.index-search";

/** Works off a batch. */
export const batchJob = "vorgaenge.run-batch";
