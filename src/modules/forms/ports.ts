import type { Context } from "../../platform/context/context.ts";

/** What the editor's pages need of other modules. */
export type FormsPorts = {
  /** Drafts of the tenant that were not sent yet, by the form version they were begun with. */
  readonly countOpenDrafts: (
    context: Context,
  ) => Promise<readonly DraftCount[]>;
};

export type DraftCount = {
  readonly formVersionId: string;
  readonly drafts: number;
};
