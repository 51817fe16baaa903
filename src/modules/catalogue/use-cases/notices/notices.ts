import type { Context } from "../../../../platform/context/context.ts";
import { isId } from "../../../../platform/values/id.ts";
import { recordAudit } from "../../../audit/index.ts";
import { noticeStateAt, type Notice } from "../../domain/notices/notice.ts";
import {
  findNotice,
  listCurrentNotices,
  listLatestNotices,
  saveNotice,
} from "../../store/notice-store.ts";

/** The operator writes notices of the installation's own tenant, which all portals show; nobody is an operator in another one. */
const mayEdit = ({ actor }: Context) =>
  actor.may("catalogue.edit") || actor.may("operator");

/** What this authority tells everybody now or from a later moment on. For anyone. */
export async function listPostedNotices(
  context: Context,
): Promise<readonly Notice[]> {
  const { tenantId, now } = context;
  return context.transaction((db) => listCurrentNotices(db, tenantId, now));
}

/** The newest that began up to a moment, also those that are over: what everybody could read then. For anyone. */
export async function listToldNotices(
  context: Context,
  until: Date,
): Promise<readonly Notice[]> {
  const latest = await context.transaction((db) =>
    listLatestNotices(db, context.tenantId),
  );
  return latest.filter(({ visibleFrom }) => visibleFrom <= until);
}

/** Also those that are over; undefined without `catalogue.edit`. */
export async function readNotices(
  context: Context,
): Promise<readonly Notice[] | undefined> {
  if (!mayEdit(context)) return undefined;
  return context.transaction((db) => listLatestNotices(db, context.tenantId));
}

/** Undefined also without `catalogue.edit`, and for one of another tenant. */
export async function readNotice(
  context: Context,
  id: string,
): Promise<Notice | undefined> {
  if (!mayEdit(context) || !isId(id)) return undefined;
  return context.transaction((db) => findNotice(db, context.tenantId, id));
}

/** Posts a notice, or changes the one with its id; everybody sees it at once. False without `catalogue.edit`. */
export async function postNotice(
  context: Context,
  notice: Notice,
): Promise<boolean> {
  if (!mayEdit(context)) return false;
  const { tenantId } = context;
  await context.transaction(async (db) => {
    const known = await findNotice(db, tenantId, notice.id);
    await saveNotice(db, tenantId, notice);
    await recordAudit(context, db, {
      action: known ? "catalogue.notice-changed" : "catalogue.notice-posted",
      subject: { kind: "notice", id: notice.id },
    });
  });
  return true;
}

/** Nobody sees the notice any more; ending it twice changes nothing. False where there is none, and without `catalogue.edit`. */
export async function endNotice(
  context: Context,
  id: string,
): Promise<boolean> {
  if (!mayEdit(context) || !isId(id)) return false;
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    const notice = await findNotice(db, tenantId, id);
    if (!notice) return false;
    if (noticeStateAt(notice, now) === "over") return true;
    await saveNotice(db, tenantId, { ...notice, visibleUntil: now });
    await recordAudit(context, db, {
      action: "catalogue.notice-ended",
      subject: { kind: "notice", id },
    });
    return true;
  });
}
