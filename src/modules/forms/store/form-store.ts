import type { Selectable } from "kysely";
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
  const known = await findVersionOf(db, definition);
  if (known === undefined)
    throw new Error(
      `form ${definition.key}: neither stored now nor there before`,
    );
  return known;
}

/** The stored version with exactly this content; undefined when there is none. */
export async function findVersionOf(
  db: Db,
  definition: FormDefinition,
): Promise<string | undefined> {
  const known = await db
    .$extendTables<FormsTables>()
    .selectFrom("forms.form_version")
    .select("id")
    .where("form_key", "=", definition.key)
    .where("version", "=", definition.version)
    .where("content_hash", "=", sha256(canonicalJson(definition)))
    .executeTakeFirst();
  return known?.id;
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

/** A stored version without its definition, for lists. */
export type FormVersionEntry = {
  readonly formVersionId: string;
  readonly formKey: string;
  readonly version: string;
  readonly title: string;
  readonly releaseStatus: string;
  readonly untranslatedRules: number;
  readonly importedAt: Date;
};

/** Versions that came from outside, not those compiled here with overlays: by form, the newest first. */
export async function listImportedVersions(
  db: Db,
  formKey?: string,
): Promise<readonly FormVersionEntry[]> {
  const rows = await db
    .$extendTables<FormsTables>()
    .selectFrom("forms.form_version")
    .select(entryColumns)
    .where("is_refined", "=", false)
    // What the program itself needs: nobody edits or publishes it.
    .where("form_key", "not like", "openrathaus-%")
    .$if(formKey !== undefined, (query) =>
      query.where("form_key", "=", formKey ?? ""),
    )
    .orderBy("form_key")
    .orderBy("imported_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(entryOf);
}

/** Those of the ids that there are, in any order. */
export async function listVersionEntries(
  db: Db,
  formVersionIds: readonly string[],
): Promise<readonly FormVersionEntry[]> {
  if (formVersionIds.length === 0) return [];
  const rows = await db
    .$extendTables<FormsTables>()
    .selectFrom("forms.form_version")
    .select(entryColumns)
    .where("id", "in", [...formVersionIds])
    .execute();
  return rows.map(entryOf);
}

const entryColumns = [
  "id",
  "form_key",
  "version",
  "title",
  "release_status",
  "untranslated_rules",
  "imported_at",
] as const;

function entryOf(
  row: Pick<
    Selectable<FormsTables["forms.form_version"]>,
    (typeof entryColumns)[number]
  >,
): FormVersionEntry {
  return {
    formVersionId: row.id,
    formKey: row.form_key,
    version: row.version,
    title: row.title,
    releaseStatus: row.release_status,
    untranslatedRules: row.untranslated_rules,
    importedAt: row.imported_at,
  };
}
