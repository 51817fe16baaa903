import type { CountAtWork } from "../../admission/index.ts";
import { countDraftsAtWork } from "../store/at-work-store.ts";

/** Who fills in an application for a Leistung now, in the caller's transaction. */
export const countAtWork: CountAtWork = countDraftsAtWork;
