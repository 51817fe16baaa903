import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { firstAnswers } from "../../forms/index.ts";
import { draftExpiry } from "../domain/draft-term.ts";
import {
  insertDraft,
  insertDraftKey,
  type DraftOwner,
} from "../store/draft-store.ts";
import { findFormOfLeistung } from "./find-form-of-leistung.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";

export type StartDraftRefusal =
  | { kind: "not-found" }
  | { kind: "no-online-form" };

/**
 * Begins an application, pinned to the form version that is published now: a guest's, or one of the signed-in party. Gives the secret key
 * of the draft.
 */
export async function startDraft(
  context: Context,
  leistungSlug: string,
): Promise<Result<{ key: string }, StartDraftRefusal>> {
  const found = await findFormOfLeistung(context, leistungSlug);
  if (!found) return refuse({ kind: "not-found" });
  const { form } = found;
  if (!form) return refuse({ kind: "no-online-form" });

  const id = newId();
  const key = newSecretToken();
  const answers = await writeAnswers(
    context,
    firstAnswers(form.definition, (source) =>
      source === "today" ? germanDay(context.now) : undefined,
    ),
    answersPurpose.draft(id),
  );
  await context.transaction(async (db) => {
    await insertDraft(db, context.tenantId, {
      id,
      leistungSlug,
      formVersionId: form.formVersionId,
      answers,
      now: context.now,
      expiresAt: draftExpiry(context.now),
      owner: ownerOf(context, found.leistung.title),
    });
    await insertDraftKey(db, context.tenantId, {
      keyHash: hashSecretToken(key),
      draftId: id,
      purpose: "browser",
      now: context.now,
    });
  });
  return ok({ key });
}

function ownerOf(
  { actor }: Context,
  leistungTitle: string,
): DraftOwner | undefined {
  return actor.ownerId === undefined
    ? undefined
    : { ownerId: actor.ownerId, accountId: actor.id, leistungTitle };
}
