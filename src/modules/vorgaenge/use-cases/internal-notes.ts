import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { listOffice, mayBeGiven, type Office } from "../../staff/index.ts";
import {
  internalNotePurpose,
  mayTakeBack,
  mentionedIn,
} from "../domain/internal-note.ts";
import { longestNote, normaliseNote, type NoteFault } from "../domain/note.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { deleteNote, findNote, insertNote } from "../store/note-store.ts";
import { insertNotices } from "../store/notice-store.ts";
import { notifyStaff } from "./notify-staff.ts";
import { withVorgang, type VorgangRefusal } from "./with-vorgang.ts";

export type WriteNoteInput = {
  readonly vorgangId: string;
  readonly text: string;
  /** Whom it should reach, besides those whom the text names as `@Name`. */
  readonly mentionedIds: readonly string[];
  /** Of this portal, without a slash at the end. */
  readonly baseUrl: string;
};

/**
 * Writes a note for colleagues on a Vorgang; the applicant never sees it. Whoever it names is told: the Vorgang is unread for them, and an
 * e-mail says that there is something, not what. Named are only colleagues who may see the Vorgang.
 */
export async function writeNote(
  context: Context,
  input: WriteNoteInput,
): Promise<Result<void, VorgangRefusal | { readonly kind: NoteFault }>> {
  const text = normaliseNote(input.text);
  if (text === undefined) return refuse({ kind: "note-missing" });
  if (Array.from(text).length > longestNote)
    return refuse({ kind: "note-too-long" });
  const { actor, tenantId, now } = context;
  const id = newId(now.getTime());
  // Before the change begins: a transaction that waits for a second connection can block all of them.
  const office = await listOffice(context);
  const encryptedText = await context.cipher.encrypt(
    Buffer.from(text, "utf8"),
    internalNotePurpose(id),
  );
  return withVorgang(context, input.vorgangId, async (db, vorgang) => {
    await insertNote(db, tenantId, {
      id,
      vorgangId: vorgang.id,
      authorId: actor.id,
      at: now,
      encryptedText,
    });
    const staffIds = namedColleagues(
      context,
      { ...input, text },
      {
        office,
        vorgang,
      },
    );
    await tell(context, db, { vorgang, subjectId: id, staffIds, ...input });
    await recordAudit(context, db, {
      action: "vorgang.note-written",
      subject: { kind: "vorgang", id: vorgang.id },
      details: { noteId: id, mentioned: staffIds.length },
    });
    return ok(undefined);
  });
}

function namedColleagues(
  { actor }: Context,
  { text, mentionedIds }: Pick<WriteNoteInput, "text" | "mentionedIds">,
  { office, vorgang }: { readonly office: Office; readonly vorgang: Vorgang },
): readonly string[] {
  const named = [...mentionedIds, ...mentionedIn(text, office.colleagues)];
  return [...new Set(named)].filter(
    (id) =>
      id !== actor.id &&
      mayBeGiven(office, { staffId: id, slug: vorgang.leistungSlug }),
  );
}

async function tell(
  context: Context,
  db: Db,
  told: {
    readonly vorgang: Vorgang;
    readonly subjectId: string;
    readonly staffIds: readonly string[];
    readonly baseUrl: string;
  },
): Promise<void> {
  const { vorgang, subjectId, staffIds, baseUrl } = told;
  if (staffIds.length === 0) return;
  await insertNotices(db, context.tenantId, {
    staffIds,
    subjectId,
    vorgangId: vorgang.id,
    kind: "mentioned",
    at: context.now,
  });
  await notifyStaff(context, db, { vorgang, staffIds, baseUrl });
}

export type TakeBackRefusal = VorgangRefusal | { readonly kind: "too-late" };

/** Its author takes a note back within an hour; afterwards others have worked with it. */
export async function takeBackNote(
  context: Context,
  {
    vorgangId,
    noteId,
  }: { readonly vorgangId: string; readonly noteId: string },
): Promise<Result<void, TakeBackRefusal>> {
  const { actor, tenantId, now } = context;
  if (!isId(noteId)) return refuse({ kind: "not-found" });
  return withVorgang(
    context,
    vorgangId,
    async (db, { id }): Promise<Result<void, TakeBackRefusal>> => {
      const place = { id: noteId, vorgangId: id };
      const note = await findNote(db, tenantId, place);
      if (note?.authorId !== actor.id) return refuse({ kind: "not-found" });
      if (!mayTakeBack(note, actor.id, now))
        return refuse({ kind: "too-late" });
      await deleteNote(db, tenantId, place);
      await recordAudit(context, db, {
        action: "vorgang.note-taken-back",
        subject: { kind: "vorgang", id },
        details: { noteId },
      });
      return ok(undefined);
    },
  );
}
