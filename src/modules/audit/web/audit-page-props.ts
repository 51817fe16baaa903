import type { Locale } from "../../../platform/i18n/texts.ts";
import type { ChainReport } from "../domain/entry.ts";
import type {
  AuditLogFilter,
  AuditLogPage,
} from "../use-cases/read-audit-log.ts";

export type AuditPageProps = {
  readonly locale: Locale;
  readonly filter: AuditLogFilter;
  /** Who can be sought. */
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly log: AuditLogPage;
  /** Names of members of staff and numbers of Vorgänge, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Where the log was just checked. */
  readonly report?: ChainReport | undefined;
};
