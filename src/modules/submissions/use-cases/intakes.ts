import type { Context } from "../../../platform/context/context.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { firstAnswers } from "../../forms/index.ts";
import { draftExpiry } from "../domain/draft-term.ts";
import { readIntake, type Intake, type IntakeFault } from "../domain/intake.ts";
import { insertDraft } from "../store/draft-store.ts";
import { listIntakeDrafts, moveIntake } from "../store/intake-store.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import { findFormOfLeistung } from "./find-form-of-leistung.ts";
import { readIntakeRecord, writeIntake } from "./intake-record.ts";
import { removeDraft } from "./remove-expired-drafts.ts";

export type BeginIntakeInput = {
  readonly leistungSlug: string;
  readonly channel: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly receivedOn: string;
  /** What the person reads out from their account; empty for none. */
  readonly accountCode: string;
  readonly staffName: string;
};

export type BeginIntakeRefusal =
  | { readonly kind: "not-permitted" }
  | {
      readonly kind: "incomplete";
      readonly faults: readonly (IntakeFault | "leistung-missing")[];
    }
  /** Wrong, used or too old: one answer, for a caseworker learns nothing of an account. */
  | { readonly kind: "code-not-valid" };

/** The account that a code belongs to; it is used up. */
export type TakeAccountOfCode = (
  context: Context,
  code: string,
) => Promise<string | undefined>;

/** Begins an application for somebody at the counter, on the phone or by letter. It lies with the caseworker who begins it. */
export async function beginIntake(
  context: Context,
  input: BeginIntakeInput,
  takeAccountOfCode: TakeAccountOfCode,
): Promise<Result<{ readonly draftId: string }, BeginIntakeRefusal>> {
  const { actor, now } = context;
  if (!actor.may("intake.edit")) return refuse({ kind: "not-permitted" });
  const found = await findFormOfLeistung(context, input.leistungSlug);
  const form = found?.form;
  const { values, faults } = readIntake(input, germanDay(now));
  if (!form || !values)
    return refuse({
      kind: "incomplete",
      faults: [...(form ? [] : (["leistung-missing"] as const)), ...faults],
    });
  const code = input.accountCode.trim();
  const accountId =
    code === "" ? undefined : await takeAccountOfCode(context, code);
  if (code !== "" && accountId === undefined)
    return refuse({ kind: "code-not-valid" });
  const intake: Intake = {
    ...values,
    ...(accountId === undefined ? {} : { accountId }),
    takenBy: { staffId: actor.id, name: input.staffName },
  };
  const { slug: leistungSlug, title: leistungTitle } = found.leistung;
  return ok(
    await insert(context, { leistungSlug, leistungTitle, form, intake }),
  );
}

type Begun = {
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  readonly form: NonNullable<
    NonNullable<Awaited<ReturnType<typeof findFormOfLeistung>>>["form"]
  >;
  readonly intake: Intake;
};

async function insert(
  context: Context,
  { leistungSlug, leistungTitle, form, intake }: Begun,
): Promise<{ readonly draftId: string }> {
  const { actor, now, tenantId } = context;
  const id = newId();
  const [answers, sealed] = await Promise.all([
    writeAnswers(
      context,
      firstAnswers(form.definition, (source) =>
        source === "today" ? germanDay(now) : undefined,
      ),
      answersPurpose.draft(id),
    ),
    writeIntake(context, id, intake),
  ]);
  await context.transaction(async (db) => {
    await insertDraft(db, tenantId, {
      id,
      leistungSlug,
      formVersionId: form.formVersionId,
      answers,
      now,
      expiresAt: draftExpiry(now),
      intake: { by: actor.id, sealed, leistungTitle },
    });
    await recordAudit(context, db, {
      action: "intake.begun",
      subject: { kind: "draft", id },
      details: { leistung: leistungSlug, channel: intake.channel },
    });
  });
  return { draftId: id };
}

/** One that was begun and not sent. */
export type ListedIntake = {
  readonly draftId: string;
  readonly leistungTitle: string;
  /** The caseworker it lies with. */
  readonly staffId: string;
  readonly isOwn: boolean;
  /** Whom it is for; only of one's own. */
  readonly intake: Intake | undefined;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
};

/** One's own; who may take over sees that others have some, and not for whom. */
export async function listIntakes(
  context: Context,
): Promise<readonly ListedIntake[]> {
  const { actor, now, tenantId } = context;
  if (!actor.may("intake.edit")) return [];
  const staffId = actor.may("intake.take-over") ? undefined : actor.id;
  const rows = await context.read((db) =>
    listIntakeDrafts(db, tenantId, { staffId, now }),
  );
  return Promise.all(
    rows.map(async (row) => {
      const isOwn = row.intake_by === actor.id;
      return {
        draftId: row.id,
        leistungTitle: row.leistung_title ?? row.leistung_slug,
        staffId: row.intake_by ?? "",
        isOwn,
        intake: isOwn
          ? await readIntakeRecord(context, row.id, row.intake)
          : undefined,
        updatedAt: row.updated_at,
        expiresAt: row.expires_at,
      };
    }),
  );
}

/** The calling caseworker goes on with a draft of theirs: what stands in it is read again. */
export async function noteIntakeOpened(
  context: Context,
  draftId: string,
): Promise<void> {
  await context.transaction((db) =>
    recordAudit(context, db, {
      action: "intake.opened",
      subject: { kind: "draft", id: draftId },
    }),
  );
}

/** A colleague is away: their draft goes to who leads the team. False when there is none. A second time it changes nothing. */
export async function takeOverIntake(
  context: Context,
  draftId: string,
): Promise<boolean> {
  const { actor, now, tenantId } = context;
  if (!actor.may("intake.take-over")) return false;
  return context.transaction(async (db) => {
    const isMoved = await moveIntake(db, tenantId, {
      draftId,
      staffId: actor.id,
      now,
    });
    if (isMoved)
      await recordAudit(context, db, {
        action: "intake.taken-over",
        subject: { kind: "draft", id: draftId },
      });
    return isMoved;
  });
}

/** Throws a draft of one's own away, with its files. */
export async function removeIntake(
  context: Context,
  files: FileStore,
  draftId: string,
): Promise<void> {
  const own = (await listIntakes(context)).find(
    (each) => each.draftId === draftId && each.isOwn,
  );
  if (!own) return;
  const isRemoved = await removeDraft(context, files, draftId);
  if (!isRemoved) return;
  await context.transaction((db) =>
    recordAudit(context, db, {
      action: "intake.removed",
      subject: { kind: "draft", id: draftId },
    }),
  );
}
