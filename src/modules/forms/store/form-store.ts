import { canonicalJson } from "../../../platform/values/canonical-json.ts";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/values/id.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import type { FormsTables } from "./tables.ts";

/** Stores a definition and gives its id; idempotent by key, version and content: the same content keeps its id. */
export async function saveFormVersion(
  db: Db,
  definition: FormDefinition,
  now: Date,
): Promise<string> {
  const content = canonicalJson(definition);
  const contentHash = sha256(content);
  const forms = db.$extendTables<FormsTables>();
  const inserted = await forms
    .insertInto("forms.form_version")
    .values({
      id: newId(),
      form_key: definition.key,
      version: definition.version,
      definition: content,
      content_hash: contentHash,
      imported_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(["form_key", "version", "content_hash"]).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  if (inserted) return inserted.id;
  const known = await forms
    .selectFrom("forms.form_version")
    .select("id")
    .where("form_key", "=", definition.key)
    .where("version", "=", definition.version)
    .where("content_hash", "=", contentHash)
    .executeTakeFirstOrThrow();
  return known.id;
}

/** The form key of a stored version; undefined when there is none. */
export async function findFormKey(
  db: Db,
  formVersionId: string,
): Promise<string | undefined> {
  const row = await db
    .$extendTables<FormsTables>()
    .selectFrom("forms.form_version")
    .select("form_key")
    .where("id", "=", formVersionId)
    .executeTakeFirst();
  return row?.form_key;
}

/** A definition as it was stored, to be parsed; undefined when there is none. */
export async function findDefinition(
  db: Db,
  formVersionId: string,
): Promise<unknown> {
  const row = await db
    .$extendTables<FormsTables>()
    .selectFrom("forms.form_version")
    .select("definition")
    .where("id", "=", formVersionId)
    .executeTakeFirst();
  return row?.definition;
}

export type Publication = {
  readonly tenantId: string;
  readonly formKey: string;
  readonly formVersionId: string;
  readonly publishedAt: Date;
  readonly publishedBy: string;
};

/** Idempotent by tenant and form key: a later publication replaces the earlier one. */
export async function savePublication(
  db: Db,
  publication: Publication,
): Promise<void> {
  const change = {
    form_version_id: publication.formVersionId,
    published_at: publication.publishedAt,
    published_by: publication.publishedBy,
  };
  await db
    .$extendTables<FormsTables>()
    .insertInto("forms.publication")
    .values({
      tenant_id: publication.tenantId,
      form_key: publication.formKey,
      ...change,
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "form_key"]).doUpdateSet(change),
    )
    .execute();
}

export async function findPublishedVersionId(
  db: Db,
  tenantId: string,
  formKey: string,
): Promise<string | undefined> {
  const row = await db
    .$extendTables<FormsTables>()
    .selectFrom("forms.publication")
    .select("form_version_id")
    .where("tenant_id", "=", tenantId)
    .where("form_key", "=", formKey)
    .executeTakeFirst();
  return row?.form_version_id;
}
