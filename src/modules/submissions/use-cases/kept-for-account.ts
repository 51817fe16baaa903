import type { FileStore } from "../../../platform/files/file-store.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { PortalKeeper } from "../../accounts/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import {
  listForExport,
  listUnsentOfOwner,
  moveOwner,
} from "../store/owner-store.ts";
import { removeDraft } from "./remove-expired-drafts.ts";

/**
 * What a portal keeps for an account: drafts go with it, what was sent stays with the authority. After a merge both belong to the account
 * that stays. Each may run twice.
 */
export function keptForAccount(files: FileStore): PortalKeeper {
  return {
    exportOf: async (context, accountId) => {
      const t = submissionsTexts(context.locale);
      const kept = await context.read((db) =>
        listForExport(db, context.tenantId, accountId),
      );
      const at = (moment: Date) => formatDateTime(moment, context.locale);
      return {
        name: "applications",
        data: kept,
        title: t("own.title"),
        entries: [
          ...kept.drafts.map((draft) => ({
            title: draft.leistung_title ?? "",
            facts: [{ term: t("own.changed"), value: at(draft.updated_at) }],
          })),
          ...kept.submissions.map((submission) => ({
            title: submission.leistung_title,
            facts: [
              { term: t("own.reference"), value: submission.reference },
              { term: t("own.sent-at"), value: at(submission.submitted_at) },
            ],
          })),
        ],
      };
    },
    moveTo: (context, accounts) =>
      context.transaction((db) => moveOwner(db, context.tenantId, accounts)),
    remove: async (context, accountId) => {
      const drafts = await context.transaction((db) =>
        listUnsentOfOwner(db, context.tenantId, accountId),
      );
      for (const draftId of drafts) await removeDraft(context, files, draftId);
    },
  };
}
