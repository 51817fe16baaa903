import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { readOverlay, type OverlayFault } from "../overlay-schema.ts";
import { listImportedVersions } from "../store/form-store.ts";
import {
  findOverlay,
  hashOverlay,
  insertOverlay,
} from "../store/overlay-store.ts";
import { mayEditForms } from "./may-forms.ts";

export type SaveOverlayInput = {
  readonly formKey: string;
  /** Anything: it is checked here. */
  readonly content: unknown;
  /** The newest version its editor has seen; 0 where there was none. */
  readonly seenVersion: number;
};

export type SaveOverlayRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "form-unknown" }
  | {
      readonly kind: "overlay-invalid";
      readonly faults: readonly OverlayFault[];
    }
  /** Somebody else saved meanwhile. */
  | { readonly kind: "changed-meanwhile"; readonly version: number };

/**
 * Stores how this tenant refines a form, as a new version; nothing is published by it. The same content as the newest version makes no new
 * one. For the system and staff with `forms.edit`; audited.
 */
export async function saveOverlay(
  context: Context,
  { formKey, content, seenVersion }: SaveOverlayInput,
): Promise<Result<{ version: number }, SaveOverlayRefusal>> {
  if (!mayEditForms(context)) return refuse({ kind: "not-permitted" });
  const read = readOverlay(content);
  if (!read.ok) return refuse({ kind: "overlay-invalid", faults: read.faults });
  const { overlay } = read;
  if (overlay.formKey !== formKey) return refuse({ kind: "form-unknown" });
  const { tenantId, now, actor } = context;
  return context.transaction(async (db) => {
    if ((await listImportedVersions(db, formKey)).length === 0)
      return refuse({ kind: "form-unknown" as const });
    const newest = await findOverlay(db, { tenantId, formKey });
    const newestVersion = newest?.version ?? 0;
    if (newest?.contentHash.equals(hashOverlay(overlay)))
      return ok({ version: newestVersion });
    const version = newestVersion + 1;
    const isSaved =
      seenVersion === newestVersion &&
      (await insertOverlay(db, {
        tenantId,
        formKey,
        version,
        content: overlay,
        createdAt: now,
        createdBy: actor.id,
      }));
    if (!isSaved)
      return refuse({
        kind: "changed-meanwhile" as const,
        version: newestVersion,
      });
    await recordAudit(context, db, {
      action: "forms.overlay-saved",
      subject: { kind: "form", id: formKey },
      details: { version },
    });
    return ok({ version });
  });
}
