import type { Context } from "../../../platform/context/context.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  listClosedOffices,
  saveFormerOffice,
  type ClosedOffice,
} from "../store/former-office-store.ts";
import { listOffices } from "../store/office-store.ts";

export type { ClosedOffice };

/** Offices of this authority that were closed; nothing without `catalogue.edit`. One statement. */
export async function readClosedOffices(
  context: Context,
): Promise<readonly ClosedOffice[]> {
  const { actor, tenantId } = context;
  if (!actor.may("catalogue.edit")) return [];
  return context.read((db) => listClosedOffices(db, tenantId));
}

/** Says who took over what a closed office did; an empty slug: nobody. False for what is no office (any more), and without `catalogue.edit`. */
export async function changeSuccessor(
  context: Context,
  { slug, successor }: { readonly slug: string; readonly successor: string },
): Promise<boolean> {
  const { actor, tenantId } = context;
  if (!actor.may("catalogue.edit")) return false;
  return context.transaction(async (db) => {
    const closed = await listClosedOffices(db, tenantId);
    const office = closed.find((it) => it.slug === slug);
    const offices = await listOffices(db, tenantId);
    const isKnown =
      successor === "" || offices.some((it) => it.slug === successor);
    if (!office || !isKnown) return false;
    await saveFormerOffice(db, tenantId, {
      ...office,
      successor: successor === "" ? undefined : successor,
    });
    await recordAudit(context, db, {
      action: "office.changed",
      subject: { kind: "tenant", id: tenantId },
    });
    return true;
  });
}
