import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { listLineAbove, type LineMember } from "../../tenants/index.ts";
import {
  applyOverlays,
  type RefinedForm,
} from "../domain/overlay/apply-overlays.ts";
import type { Overlay, OverlayLayer } from "../domain/overlay/overlay.ts";
import { parseOverlay } from "../overlay-schema.ts";
import { listImportedVersions } from "../store/form-store.ts";
import { findOverlay } from "../store/overlay-store.ts";
import {
  listPublications,
  type Publication,
} from "../store/publication-store.ts";
import { getFormVersion, type FormVersion } from "./find-form.ts";

export type RefineFormInput = {
  readonly formKey: string;
  /** The imported version to start from; absent: the one in use, else the newest. */
  readonly baseVersionId?: string | undefined;
  /** An overlay in the place of the tenant's own, to see what it would do. */
  readonly tried?: Overlay;
};

/** A form as the tenant would show it. */
export type Refinement = RefinedForm & {
  /** The version as it was imported. */
  readonly base: FormVersion;
  /** The overlays in it, the tenant's own last. */
  readonly layers: readonly OverlayLayer[];
  /** The tenant's own overlay that is in it. */
  readonly own: OwnOverlay | undefined;
  readonly publications: readonly Publication[];
  /** The tenant and those above it, the nearest first. */
  readonly line: readonly LineMember[];
};

export type OwnOverlay = {
  readonly version: number;
  readonly overlay: Overlay;
};

/**
 * Puts a form together for the tenant: an imported version, what the authorities above have published about it, and the tenant's newest
 * overlay. Undefined when there is no such form. Stores nothing.
 */
export async function refineForm(
  { tenantId }: Pick<Context, "tenantId">,
  db: Db,
  { formKey, baseVersionId, tried }: RefineFormInput,
): Promise<Refinement | undefined> {
  const line = withSelf(await listLineAbove(db, tenantId), tenantId);
  const publications = await listPublications(
    db,
    line.map((member) => member.tenantId),
    formKey,
  );
  const stored = await findOwnOverlay(db, tenantId, formKey);
  const own = tried ? { version: nextVersion(stored), overlay: tried } : stored;
  const baseId =
    baseVersionId ??
    (await usualBase(db, formKey, { own, line, publications }));
  if (baseId === undefined) return undefined;
  const base = await getFormVersion(db, baseId);
  const layers = [
    ...(await layersAbove(db, line, publications)),
    ...(own ? [{ authority: line[0]?.slug ?? "", ...own }] : []),
  ];
  const refined = applyOverlays(base.definition, layers);
  return { ...refined, base, layers, own, publications, line };
}

/** The tenant's newest overlay of a form. */
async function findOwnOverlay(
  db: Db,
  tenantId: string,
  formKey: string,
): Promise<OwnOverlay | undefined> {
  const stored = await findOverlay(db, { tenantId, formKey });
  return (
    stored && {
      version: stored.version,
      overlay: parseOverlay(stored.content),
    }
  );
}

function nextVersion(stored: OwnOverlay | undefined): number {
  return (stored?.version ?? 0) + 1;
}

/** A tenant that the tree does not know has a line of its own. */
function withSelf(
  line: readonly LineMember[],
  tenantId: string,
): readonly LineMember[] {
  if (line.some((member) => member.tenantId === tenantId)) return line;
  const self = {
    tenantId,
    slug: tenantId,
    name: tenantId,
    parentTenantId: null,
    hasPortal: false,
    distance: 0,
  };
  return [self, ...line];
}

/** Of the nearest authority that publishes the form. */
export function nearestPublication(
  line: readonly LineMember[],
  publications: readonly Publication[],
): Publication | undefined {
  for (const { tenantId } of line) {
    const found = publications.find((each) => each.tenantId === tenantId);
    if (found) return found;
  }
  return undefined;
}

/** The version in use; where there is none yet, the newest. */
async function usualBase(
  db: Db,
  formKey: string,
  {
    own,
    line,
    publications,
  }: Pick<Refinement, "own" | "line" | "publications">,
): Promise<string | undefined> {
  return (
    own?.overlay.basedOn.formVersionId ??
    nearestPublication(line, publications)?.baseVersionId ??
    (await listImportedVersions(db, formKey))[0]?.formVersionId
  );
}

/** What the authorities above have published of their own, the farthest first. */
async function layersAbove(
  db: Db,
  line: readonly LineMember[],
  publications: readonly Publication[],
): Promise<OverlayLayer[]> {
  const layers: OverlayLayer[] = [];
  for (const { tenantId, slug } of line.slice(1).toReversed()) {
    const published = publications.find((each) => each.tenantId === tenantId);
    if (published?.overlayVersion === undefined) continue;
    const { formKey, overlayVersion } = published;
    const stored = await findOverlay(db, { tenantId, formKey }, overlayVersion);
    if (stored)
      layers.push({
        authority: slug,
        version: stored.version,
        overlay: parseOverlay(stored.content),
      });
  }
  return layers;
}
