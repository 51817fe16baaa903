import assert from "node:assert/strict";
import type { Context } from "../../../platform/context/context.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { saveFormVersion } from "../store/form-store.ts";
import { publishForm } from "../use-cases/publish-form.ts";

/** Stores a form and lets the context's tenant use it. */
export async function publishDefinition(
  context: Context,
  definition: FormDefinition,
): Promise<void> {
  const formVersionId = await context.transaction((db) =>
    saveFormVersion(db, definition, context.now),
  );
  const published = await publishForm(context, { formVersionId });
  assert.ok(published.ok, JSON.stringify(published));
}
