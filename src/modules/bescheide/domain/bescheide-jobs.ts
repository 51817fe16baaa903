/** Seals and provides a Bescheid that was released. */
export const releaseJob = "bescheide.release";
