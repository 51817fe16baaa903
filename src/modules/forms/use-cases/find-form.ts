import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { parseFormDefinition } from "../form-definition-schema.ts";
import { findDefinition } from "../store/form-store.ts";
import { findPublishedVersion } from "../store/publication-store.ts";

/** A stored form; `formVersionId` names it for ever. */
export type FormVersion = {
  readonly formVersionId: string;
  readonly definition: FormDefinition;
};

/** What applicants fill in now. */
export type FormInUse = FormVersion & {
  /** Drafts of earlier versions must move to this one before they can be sent. */
  readonly replacesDrafts: boolean;
};

/**
 * The form that this tenant, or else the nearest authority above it, has published under a key; undefined when nobody has. One
 * statement in a transaction of its own, a second one the first time.
 */
export async function findPublishedForm(
  context: Pick<Context, "tenantId" | "read" | "transaction">,
  formKey: string,
): Promise<FormInUse | undefined> {
  const published = await context.read((db) =>
    findPublishedVersion(db, context.tenantId, formKey),
  );
  return (
    published && {
      ...(await loadFormVersion(context, published.formVersionId)),
      replacesDrafts: published.replacesDrafts,
    }
  );
}

/** A stored version, kept in memory after the first time because it never changes. Throws when there is no such version. */
export async function getFormVersion(
  db: Db,
  formVersionId: string,
): Promise<FormVersion> {
  const known = versionsInMemory.get(formVersionId);
  if (known) return { formVersionId, definition: known };
  const stored = await findDefinition(db, formVersionId);
  if (stored === undefined) throw new FormVersionMissingError(formVersionId);
  const definition = parseFormDefinition(stored);
  remember(formVersionId, definition);
  return { formVersionId, definition };
}

/** As `getFormVersion`, where no transaction is open: one of its own the first time, none after that. */
export async function loadFormVersion(
  context: Pick<Context, "transaction">,
  formVersionId: string,
): Promise<FormVersion> {
  const known = versionsInMemory.get(formVersionId);
  return known
    ? { formVersionId, definition: known }
    : context.transaction((db) => getFormVersion(db, formVersionId));
}

/** Somebody holds the id of a version that was never stored: a bug or a damaged database. */
class FormVersionMissingError extends Error {
  readonly code = "form-version-missing";

  constructor(formVersionId: string) {
    super(`forms: no version ${formVersionId} is stored`);
  }
}

const maxVersionsInMemory = 200;
const versionsInMemory = new Map<string, FormDefinition>();

function remember(formVersionId: string, definition: FormDefinition): void {
  const oldest = versionsInMemory.keys().next();
  if (versionsInMemory.size >= maxVersionsInMemory && !oldest.done)
    versionsInMemory.delete(oldest.value);
  versionsInMemory.set(formVersionId, definition);
}
