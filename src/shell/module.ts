import type { Route } from "./web/route.ts";
import type { JobHandler } from "./worker/job.ts";

/** What a module contributes, as plain data; main/ collects them. */
export type ModuleContribution = {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly jobs: readonly JobHandler[];
};
