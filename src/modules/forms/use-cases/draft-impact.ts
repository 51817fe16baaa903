import type { Context } from "../../../platform/context/context.ts";
import type { FormsPorts } from "../ports.ts";
import { findVersionOf, listVersionEntries } from "../store/form-store.ts";
import { mayReadForms } from "./may-forms.ts";
import type { OpenedForm } from "./open-form.ts";

/** What publishing a form now would mean. */
export type DraftImpact = {
  /** Drafts not sent yet, begun with another version than it would be then. */
  readonly drafts: number;
  /** Applicants would fill in something else than now. */
  readonly isChange: boolean;
};

/** How many open drafts of the tenant would go on with an earlier version if the form were published now. */
export async function readDraftImpact(
  context: Context,
  { countOpenDrafts }: FormsPorts,
  { definition, publication }: Pick<OpenedForm, "definition" | "publication">,
): Promise<DraftImpact> {
  if (!mayReadForms(context)) return { drafts: 0, isChange: false };
  const counts = await countOpenDrafts(context);
  return context.transaction(async (db) => {
    const next = await findVersionOf(db, definition);
    const entries = await listVersionEntries(
      db,
      counts.map(({ formVersionId }) => formVersionId),
    );
    const older = new Set(
      entries
        .filter(({ formKey }) => formKey === definition.key)
        .map(({ formVersionId }) => formVersionId)
        .filter((formVersionId) => formVersionId !== next),
    );
    return {
      drafts: counts
        .filter(({ formVersionId }) => older.has(formVersionId))
        .reduce((total, { drafts }) => total + drafts, 0),
      isChange: next === undefined || next !== publication?.formVersionId,
    };
  });
}
