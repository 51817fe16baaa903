import { dayOf } from "../../../platform/calendar/calendar-day.ts";
import { germanMoment } from "../../../platform/values/german-moment.ts";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { remindOfReviewsJob } from "../domain/editing/review.ts";
import type { EditorNotices } from "../use-cases/editing/editor-notices.ts";
import { remindOfReviews } from "../use-cases/editing/remind-of-reviews.ts";

/** Nobody is written to at night. */
const notBefore = "06:00";

/** Tells editors once a day what is to be looked at. Enqueued every hour. */
export function remindOfReviewsHandler(notices: EditorNotices): JobHandler {
  return {
    name: remindOfReviewsJob,
    maxAttempts: 3,
    timeoutMs: 60_000,
    run: async ({ context }) => {
      const { now } = context;
      if (now >= germanMoment(dayOf(now), notBefore))
        await remindOfReviews(context, notices);
      return { kind: "done" };
    },
  };
}
