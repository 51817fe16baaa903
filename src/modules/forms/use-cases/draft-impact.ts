import type { Context } from "../../../platform/context/context.ts";
import type { FormsPorts } from "../ports.ts";
import { listVersionEntries } from "../store/form-store.ts";
import { mayReadForms } from "./may-forms.ts";

/** Drafts that applicants have not sent yet. */
export type DraftImpact = {
  /** On the version that is shown now. */
  readonly current: number;
  /** On versions before it. */
  readonly older: number;
};

/** How many open drafts of a form would go on with an older version if another were published now. */
export async function readDraftImpact(
  context: Context,
  { countOpenDrafts }: FormsPorts,
  form: {
    readonly formKey: string;
    readonly publishedVersionId: string | undefined;
  },
): Promise<DraftImpact> {
  if (!mayReadForms(context)) return { current: 0, older: 0 };
  const counts = await countOpenDrafts(context);
  const ids = counts.map(({ formVersionId }) => formVersionId);
  const entries = await context.transaction((db) =>
    listVersionEntries(db, ids),
  );
  const ofForm = new Set(
    entries
      .filter(({ formKey }) => formKey === form.formKey)
      .map(({ formVersionId }) => formVersionId),
  );
  const sum = (isCounted: (formVersionId: string) => boolean) =>
    counts
      .filter(({ formVersionId }) => isCounted(formVersionId))
      .reduce((total, { drafts }) => total + drafts, 0);
  return {
    current: sum((id) => id === form.publishedVersionId),
    older: sum((id) => ofForm.has(id) && id !== form.publishedVersionId),
  };
}
