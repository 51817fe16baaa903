import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { slugOf } from "../../../platform/values/slug.ts";
import type { OfficeChanges } from "../domain/office.ts";
import {
  deleteOffice,
  listOffices,
  saveOffice,
  updateOffice,
} from "../store/office-store.ts";
import { saveFormerOffice } from "../store/former-office-store.ts";

export type ChangeOfficeRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "office-not-found" };

/** Writes how people find and reach an office; everybody sees it at once. Its address stays. For `catalogue.edit`. */
export async function changeOffice(
  context: Context,
  slug: string,
  changes: OfficeChanges,
): Promise<Result<void, ChangeOfficeRefusal>> {
  const { actor, tenantId } = context;
  if (!actor.may("catalogue.edit")) return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    if (!(await updateOffice(db, tenantId, { slug, ...changes })))
      return refuse({ kind: "office-not-found" });
    await recordAudit(context, db, {
      action: "office.changed",
      subject: { kind: "tenant", id: tenantId },
    });
    return ok(undefined);
  });
}

/** Words that stand in addresses of the editor where an office's name stands otherwise. */
const reserved = ["neu", "geschlossen"];

/** Opens an office after those that are there; its address is made of its name and stays. For `catalogue.edit`. */
export async function addOffice(
  context: Context,
  office: OfficeChanges,
): Promise<Result<{ readonly slug: string }, { kind: "not-permitted" }>> {
  const { actor, tenantId } = context;
  if (!actor.may("catalogue.edit")) return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const others = await listOffices(db, tenantId);
    const taken = new Set([...reserved, ...others.map(({ slug }) => slug)]);
    const slug = slugOf(office.name, taken, "amt");
    await saveOffice(db, tenantId, {
      ...office,
      slug,
      authority: null,
      position: others.length,
    });
    await recordAudit(context, db, {
      action: "office.added",
      subject: { kind: "tenant", id: tenantId },
    });
    return ok({ slug });
  });
}

export type RemoveOfficeRefusal =
  | ChangeOfficeRefusal
  /** It has departments, or Leistungen are told to be its. */
  | { readonly kind: "office-needed" };

/**
 * Closes an office, as long as nothing leads there: neither a department nor a Leistung that `isNeeded` knows of. Its address leads to
 * `successor` from then on, where that is another office; else it tells that the office was closed. For `catalogue.edit`.
 */
export async function removeOffice(
  context: Context,
  { slug, successor }: { readonly slug: string; readonly successor?: string },
  isNeeded: (slug: string) => Promise<boolean>,
): Promise<Result<void, RemoveOfficeRefusal>> {
  const { actor, tenantId, now } = context;
  if (!actor.may("catalogue.edit")) return refuse({ kind: "not-permitted" });
  if (await isNeeded(slug)) return refuse({ kind: "office-needed" });
  return context.transaction(async (db) => {
    const offices = await listOffices(db, tenantId);
    if (offices.some(({ partOf }) => partOf === slug))
      return refuse({ kind: "office-needed" });
    const office = offices.find((it) => it.slug === slug);
    if (!office || !(await deleteOffice(db, tenantId, slug)))
      return refuse({ kind: "office-not-found" });
    const isOther = offices.some(
      (it) => it.slug !== slug && it.slug === successor,
    );
    await saveFormerOffice(db, tenantId, {
      slug,
      name: office.name,
      successor: isOther ? successor : undefined,
      goneAt: now,
    });
    await recordAudit(context, db, {
      action: "office.removed",
      subject: { kind: "tenant", id: tenantId },
    });
    return ok(undefined);
  });
}
