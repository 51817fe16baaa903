import type { Context } from "../../../platform/context/context.ts";
import { diffForms, type FormChange } from "../domain/diff-forms.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import type { Overlay } from "../domain/overlay/overlay.ts";
import {
  rebaseOverlay,
  type RebaseConflict,
} from "../domain/overlay/rebase-overlay.ts";
import type { FormVersionEntry } from "../store/form-store.ts";
import { getFormVersion } from "./find-form.ts";
import type { OpenedForm } from "./open-form.ts";

/** Another imported version beside the one in use. */
export type FormComparison = {
  readonly version: FormVersionEntry;
  readonly definition: FormDefinition;
  /** From the version in use to this one. */
  readonly changes: readonly FormChange[];
  /** The tenant's overlay, written for this version. */
  readonly rebased: Overlay;
  readonly conflicts: readonly RebaseConflict[];
};

/** Versions beyond these are not compared: nobody goes back that far. */
const maxCompared = 5;

/** What taking over each of the other versions would mean. Stores nothing. */
export async function compareVersions(
  context: Context,
  { base, versions, overlay }: OpenedForm,
): Promise<readonly FormComparison[]> {
  const others = versions
    .filter(({ formVersionId }) => formVersionId !== base.formVersionId)
    .slice(0, maxCompared);
  return context.transaction(async (db) => {
    const comparisons: FormComparison[] = [];
    for (const version of others) {
      const newer = await getFormVersion(db, version.formVersionId);
      const { overlay: rebased, conflicts } = rebaseOverlay(
        base.definition,
        newer,
        overlay,
      );
      comparisons.push({
        version,
        definition: newer.definition,
        changes: diffForms(base.definition, newer.definition),
        rebased,
        conflicts,
      });
    }
    return comparisons;
  });
}

/** What would be different for applicants if the form were published now. */
export async function readUnpublishedChanges(
  context: Context,
  { publication, definition }: OpenedForm,
): Promise<readonly FormChange[]> {
  if (!publication) return [];
  const shown = await context.transaction((db) =>
    getFormVersion(db, publication.formVersionId),
  );
  return diffForms(shown.definition, definition);
}
