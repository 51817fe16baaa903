import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { PortalKeeper } from "../../accounts/index.ts";
import { postfachTexts } from "../i18n/texts.ts";
import { changeOwner, listThreadsOfOwner } from "../store/thread-store.ts";
import { readThread } from "./read-thread.ts";

/**
 * What a portal keeps in the Postfach of an account. After a merge it belongs to the account that stays; when an account goes, the
 * authority keeps what it wrote, and only private links open it. Each may run twice.
 */
export const keptInPostfach: PortalKeeper = {
  exportOf: async (context, accountId) => {
    const t = postfachTexts(context.locale);
    const [inbox, archive] = await context.read((db) =>
      Promise.all([
        listThreadsOfOwner(db, { ownerId: accountId }, "inbox"),
        listThreadsOfOwner(db, { ownerId: accountId }, "archive"),
      ]),
    );
    const threads = [...inbox, ...archive].filter(
      ({ tenantId }) => tenantId === context.tenantId,
    );
    const messages = await Promise.all(
      threads.map(async (thread) => {
        const view = await readThread({ thread, context });
        return view.messages.map(({ kind, at, text, documents }) => ({
          title: thread.title,
          reference: thread.reference,
          kind,
          at,
          text,
          documents: documents.map(({ filename }) => filename),
        }));
      }),
    );
    return {
      name: "postfach",
      data: messages.flat(),
      title: t("list.title"),
      entries: messages.flat().map((message) => ({
        title: `${message.title}: ${t(`kind.${message.kind}`)}`,
        facts: [
          {
            term: t("export.at"),
            value: formatDateTime(message.at, context.locale),
          },
          { term: t("export.text"), value: message.text },
          { term: t("export.documents"), value: message.documents.join(", ") },
        ].filter(({ value }) => value !== ""),
      })),
    };
  },
  moveTo: (context, accounts) =>
    context.transaction((db) => changeOwner(db, context.tenantId, accounts)),
  remove: (context, accountId) =>
    context.transaction((db) =>
      changeOwner(db, context.tenantId, { from: accountId, to: null }),
    ),
};
