import type { Locale } from "../../../platform/i18n/texts.ts";
import type { QueueQuery } from "../domain/queue-query.ts";
import type { StaffNotice } from "../use-cases/list-notices.ts";
import type { QueuePage } from "../use-cases/list-vorgaenge.ts";

/** What was chosen for a batch that lacks something, so that nothing has to be chosen again. */
export type UnfinishedBatch = {
  readonly problem: "action-missing" | "nothing-chosen";
  readonly action: string;
  readonly chosenIds: ReadonlySet<string>;
  readonly isWholeList: boolean;
};

export type QueuePageProps = {
  readonly locale: Locale;
  readonly now: Date;
  readonly query: QueueQuery;
  readonly ownId: string;
  readonly queue: QueuePage;
  readonly notices: readonly StaffNotice[];
  readonly mayEdit: boolean;
  /** May keep lists for a whole team. */
  readonly mayShare: boolean;
  readonly batch?: UnfinishedBatch | undefined;
};
