/** Days back for which an office is told of the same person's other applications, where it has set nothing: older is the next one, not a second. */
export const usualSimilarDays = 365;

/** What is above is a slip of the finger. */
export const mostSimilarDays = 3650;
