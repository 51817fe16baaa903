import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { listLineAbove, type LineMember } from "../../tenants/index.ts";
import {
  listImportedVersions,
  listVersionEntries,
  type FormVersionEntry,
} from "../store/form-store.ts";
import { listOverlayForms } from "../store/overlay-store.ts";
import {
  listPublications,
  type Publication,
} from "../store/publication-store.ts";
import { mayReadForms } from "./may-forms.ts";

/** What an editor sees of one form in the list. */
export type FormListEntry = {
  readonly formKey: string;
  /** As they were imported, the newest first. */
  readonly versions: readonly FormVersionEntry[];
  /** What this tenant's applicants fill in. */
  readonly published: PublishedEntry | undefined;
  /** Number of the tenant's newest overlay. */
  readonly overlayVersion: number | undefined;
  /** The newest overlay is not in what is published. */
  readonly hasUnpublishedChanges: boolean;
  /** A newer version was imported than the one in use. */
  readonly hasNewerVersion: boolean;
};

export type PublishedEntry = {
  readonly version: FormVersionEntry;
  /** Undefined where the tenant has published it itself. */
  readonly inheritedFrom: string | undefined;
};

/** All forms of the installation with what this tenant makes of them. For the system and staff with `forms.read`. */
export async function listForms(
  context: Context,
): Promise<Result<readonly FormListEntry[], { kind: "not-permitted" }>> {
  if (!mayReadForms(context)) return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const { tenantId } = context;
    const line = await listLineAbove(db, tenantId);
    const ids = [tenantId, ...line.map((member) => member.tenantId)];
    const known = {
      tenantId,
      line,
      publications: await listPublications(db, ids),
      overlays: await listOverlayForms(db, tenantId),
    };
    const published = await publishedVersions(db, known.publications);
    const byKey = Map.groupBy(
      await listImportedVersions(db),
      ({ formKey }) => formKey,
    );
    return ok(
      [...byKey].map(([formKey, versions]) =>
        entryOf({ formKey, versions }, { ...known, published }),
      ),
    );
  });
}

async function publishedVersions(
  db: Db,
  publications: readonly Publication[],
): Promise<ReadonlyMap<string, FormVersionEntry>> {
  const entries = await listVersionEntries(
    db,
    publications.map(({ formVersionId }) => formVersionId),
  );
  return new Map(entries.map((entry) => [entry.formVersionId, entry]));
}

type Known = {
  readonly tenantId: string;
  readonly line: readonly LineMember[];
  readonly publications: readonly Publication[];
  readonly overlays: ReadonlyMap<string, number>;
  readonly published: ReadonlyMap<string, FormVersionEntry>;
};

function entryOf(
  form: Pick<FormListEntry, "formKey" | "versions">,
  { tenantId, line, publications, overlays, published }: Known,
): FormListEntry {
  const ofForm = publications.filter(({ formKey }) => formKey === form.formKey);
  const own = ofForm.find((each) => each.tenantId === tenantId);
  const from = line.find((member) =>
    ofForm.some((each) => each.tenantId === member.tenantId),
  );
  const inUse = own ?? ofForm.find((each) => each.tenantId === from?.tenantId);
  const version = inUse && published.get(inUse.formVersionId);
  const overlayVersion = overlays.get(form.formKey);
  return {
    ...form,
    published: version && {
      version,
      inheritedFrom: own ? undefined : from?.name,
    },
    overlayVersion,
    hasUnpublishedChanges:
      overlayVersion !== undefined && own?.overlayVersion !== overlayVersion,
    hasNewerVersion:
      inUse !== undefined &&
      form.versions[0]?.formVersionId !== inUse.baseVersionId,
  };
}
