import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { applyOverlays } from "../domain/overlay/apply-overlays.ts";
import type { Overlay } from "../domain/overlay/overlay.ts";
import {
  listImportedVersions,
  type FormVersionEntry,
} from "../store/form-store.ts";
import { checkForm, type FormReport } from "./check-form.ts";
import { mayReadForms } from "./may-forms.ts";
import {
  nearestPublication,
  refineForm,
  type Refinement,
  type RefineFormInput,
} from "./refine-form.ts";

/** A form on its editor's desk. */
export type OpenedForm = Refinement & {
  /** What the tenant would show without an overlay of its own. */
  readonly inherited: FormDefinition;
  /** The tenant's own overlay; one without a word where there is none yet. */
  readonly overlay: Overlay;
  /** Number of the newest own overlay, 0 without one. */
  readonly seenVersion: number;
  readonly report: FormReport;
  /** As they were imported, the newest first. */
  readonly versions: readonly FormVersionEntry[];
  readonly publication: OpenedPublication | undefined;
};

export type OpenedPublication = {
  readonly formVersionId: string;
  readonly baseVersionId: string;
  readonly publishedAt: Date;
  /** Name of the authority above that published it; undefined where it is the tenant itself. */
  readonly inheritedFrom: string | undefined;
  /** Other overlays of its line, or another version, are in force by now than when it was published. */
  readonly isOutdated: boolean;
  /** Drafts of other versions cannot be sent. */
  readonly replacesDrafts: boolean;
};

export type OpenFormRefusal = { readonly kind: "not-found" };

/** Everything an editor needs to know of one form. For the system and staff with `forms.read`; to others it does not exist. */
export async function openForm(
  context: Context,
  input: RefineFormInput,
): Promise<Result<OpenedForm, OpenFormRefusal>> {
  if (!mayReadForms(context)) return refuse({ kind: "not-found" });
  return context.transaction(async (db) => {
    const refinement = await refineForm(context, db, input);
    if (!refinement) return refuse({ kind: "not-found" as const });
    const { base, layers, own } = refinement;
    return ok({
      ...refinement,
      inherited: applyOverlays(
        base.definition,
        own ? layers.slice(0, -1) : layers,
      ).definition,
      overlay: own?.overlay ?? emptyOverlay(refinement),
      seenVersion: input.tried ? (own?.version ?? 1) - 1 : (own?.version ?? 0),
      report: checkForm(refinement, germanDay(context.now)),
      versions: await listImportedVersions(db, input.formKey),
      publication: publicationOf(refinement),
    });
  });
}

function emptyOverlay({ base }: Refinement): Overlay {
  const { key, version } = base.definition;
  return {
    formatVersion: 1,
    formKey: key,
    basedOn: { version, formVersionId: base.formVersionId },
  };
}

function publicationOf({
  line,
  publications,
  layers,
  own,
}: Refinement): OpenedPublication | undefined {
  const inUse = nearestPublication(line, publications);
  if (!inUse) return undefined;
  const [self] = line;
  const isOwn = inUse.tenantId === self?.tenantId;
  const from = line.find(({ tenantId }) => tenantId === inUse.tenantId);
  const { formVersionId, baseVersionId, publishedAt, replacesDrafts } = inUse;
  const above = own ? layers.slice(0, -1) : layers;
  return {
    formVersionId,
    baseVersionId,
    publishedAt,
    replacesDrafts,
    inheritedFrom: isOwn ? undefined : from?.name,
    isOutdated:
      isOwn &&
      publications.some(
        (each) =>
          each.tenantId !== self.tenantId &&
          each.publishedAt > publishedAt &&
          above.length > 0,
      ),
  };
}
