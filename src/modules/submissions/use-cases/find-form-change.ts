import type { Context } from "../../../platform/context/context.ts";
import {
  findPublishedForm,
  loadFormVersion,
  moveAnswers,
  type FormInUse,
  type LeftoverAnswer,
} from "../../forms/index.ts";
import type { Draft } from "../domain/draft.ts";

/** The version of its form that is published now, where that is another than the draft's. One statement, a second one the first time. */
export async function findNewerForm(
  context: Context,
  {
    definition,
    formVersionId,
    correction,
  }: Pick<Draft, "definition" | "formVersionId" | "correction">,
): Promise<FormInUse | undefined> {
  // What was sent is corrected in the form it was sent in.
  if (correction) return undefined;
  const published = await findPublishedForm(context, definition.key);
  return published?.formVersionId === formVersionId ? undefined : published;
}

export type FormChangeForApplicant = {
  /** What is different, one sentence each. */
  readonly changes: readonly string[];
  /** What the applicant entered and the newer version does not ask any more. */
  readonly leftovers: readonly LeftoverAnswer[];
  /** The authority takes no more applications in the draft's version. */
  readonly replacesDrafts: boolean;
};

/** What a newer version means for this draft; undefined where there is none. Changes nothing. */
export async function findFormChange(
  context: Context,
  draft: Draft,
): Promise<FormChangeForApplicant | undefined> {
  const newer = await findNewerForm(context, draft);
  if (!newer) return undefined;
  const older = await loadFormVersion(context, draft.formVersionId);
  const { changes, leftovers } = moveAnswers(
    older.definition,
    newer.definition,
    { answers: draft.answers, locale: context.locale },
  );
  return {
    changes,
    leftovers,
    replacesDrafts: newer.replacesDrafts,
  };
}
