import type { Locale } from "../../../platform/i18n/texts.ts";
import type { QueueQuery } from "../domain/queue-query.ts";
import type { StaffNotice } from "../use-cases/list-notices.ts";
import type { QueuePage } from "../use-cases/list-vorgaenge.ts";

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
};
