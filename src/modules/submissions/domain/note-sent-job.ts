/** Job that lets both sides see what was sent for another; enqueued in the transaction of the submission. */
export const noteSentJob = "submissions.note-sent";
