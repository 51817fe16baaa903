import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { storedReference } from "../../submissions/index.ts";
import type { LinkKind } from "../domain/link.ts";
import {
  deleteLink,
  findVorgangIdByReference,
  saveLink,
} from "../store/link-store.ts";
import { withVorgang, type VorgangRefusal } from "./with-vorgang.ts";

export type LinkRefusal =
  | VorgangRefusal
  /** No Vorgang here has this number, or none that the caller sees. */
  | { readonly kind: "link-unknown" }
  | { readonly kind: "link-to-itself" };

/**
 * Ties a Vorgang to another of the same authority, named by its number as typed. Another kind replaces the one before. Idempotent; undone by
 * `unlinkVorgang`.
 */
export async function linkVorgang(
  context: Context,
  input: {
    readonly vorgangId: string;
    readonly reference: string;
    readonly kind: LinkKind;
  },
): Promise<Result<void, LinkRefusal>> {
  const { tenantId, now } = context;
  const reference = storedReference(input.reference);
  return withVorgang(
    context,
    input.vorgangId,
    async (db, { id }, hiddenSlugs): Promise<Result<void, LinkRefusal>> => {
      const sought = { reference, hiddenSlugs };
      const otherId = await findVorgangIdByReference(db, tenantId, sought);
      if (otherId === undefined) return refuse({ kind: "link-unknown" });
      if (otherId === id) return refuse({ kind: "link-to-itself" });
      const isNew = await saveLink(db, tenantId, {
        fromId: id,
        toId: otherId,
        kind: input.kind,
        createdAt: now,
      });
      if (!isNew) return ok(undefined);
      await recordAudit(context, db, {
        action: "vorgang.linked",
        subject: { kind: "vorgang", id },
        details: { otherId, kind: input.kind },
      });
      return ok(undefined);
    },
  );
}

/** Unties two Vorgänge, from either side. Idempotent. */
export async function unlinkVorgang(
  context: Context,
  {
    vorgangId,
    otherId,
  }: { readonly vorgangId: string; readonly otherId: string },
): Promise<Result<void, VorgangRefusal>> {
  if (!isId(otherId)) return refuse({ kind: "not-found" });
  return withVorgang(context, vorgangId, async (db, { id }) => {
    const pair = { id, otherId };
    if (!(await deleteLink(db, context.tenantId, pair))) return ok(undefined);
    await recordAudit(context, db, {
      action: "vorgang.unlinked",
      subject: { kind: "vorgang", id },
      details: { otherId },
    });
    return ok(undefined);
  });
}
