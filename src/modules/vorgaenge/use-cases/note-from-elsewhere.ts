import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { recordAudit } from "../../audit/index.ts";
import { isAllowed } from "../domain/states.ts";
import { notePurpose } from "../domain/vorgang.ts";
import { elsewhereNote } from "../i18n/elsewhere-note.ts";
import type { TellApplicant } from "../ports.ts";
import { deleteReadMarks } from "../store/queue-store.ts";
import { lockVorgangOfSubmission } from "../store/vorgang-store.ts";
import { appendEvent } from "./append-event.ts";

/** What a system outside says of an application that was handed over to it. */
export type NewsFromElsewhere = {
  readonly submissionId: string;
  /** It has taken the application over, or refused it. */
  readonly kind: "delivered" | "rejected";
  /** As people know it, such as "Kreis Ludwigslust-Parchim: Führerscheinstelle". */
  readonly place: string;
};

/**
 * Tells the applicant what became of the application at the back office, in the caller's transaction: taken over, it is in work; refused, they
 * read that nothing is lost, and it is unread for the office. What is settled here stays so. The caller sees to it that this happens once.
 */
export async function noteFromElsewhere(
  context: Context,
  db: Db,
  {
    news,
    tellApplicant,
  }: {
    readonly news: NewsFromElsewhere;
    readonly tellApplicant: TellApplicant;
  },
): Promise<void> {
  const { submissionId, kind, place } = news;
  const vorgang = await lockVorgangOfSubmission(
    db,
    context.tenantId,
    submissionId,
  );
  if (!vorgang) return;
  if (kind === "rejected")
    await deleteReadMarks(db, context.tenantId, submissionId);
  const step =
    kind === "delivered" && isAllowed(vorgang.state, "taken-into-work")
      ? "taken-into-work"
      : "note-to-applicant";
  if (!isAllowed(vorgang.state, step)) return;
  const text = elsewhereNote(kind, place);
  await appendEvent(context, db, {
    vorgang,
    happening: {
      step: { kind: step },
      encryptedNote: await context.cipher.encrypt(
        Buffer.from(text, "utf8"),
        notePurpose(vorgang.id, vorgang.lastPosition + 1),
      ),
    },
  });
  const { reference, leistungTitle: title } = vorgang;
  await tellApplicant(context, db, {
    submissionId,
    reference,
    title,
    kind: "message",
    text,
  });
  await recordAudit(context, db, {
    action: "vorgang.answered-elsewhere",
    subject: { kind: "vorgang", id: vorgang.id },
    details: { answer: kind },
  });
}
