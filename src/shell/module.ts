import type { SealedTable } from "../platform/crypto/sealed-table.ts";
import type { Route } from "./web/route.ts";
import type { JobHandler } from "./worker/job.ts";

/** What a module contributes, as plain data; main/ collects them. */
export type ModuleContribution = {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly jobs: readonly JobHandler[];
  /** What it keeps encrypted. */
  readonly sealed?: readonly SealedTable[];
};
