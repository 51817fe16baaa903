import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { listLeistungNames } from "../../catalogue/index.ts";
import * as store from "../store/limit-store.ts";
import { viewQueue, type CountAtWork } from "./enter.ts";

/** Permission to see and change limits. */
export const admissionPermission = "admission.edit";

const mostPlaces = 100_000;

export type ShownLimit = store.Limit & {
  readonly title: string;
  readonly atWork: number;
  readonly waiting: number;
};

/** The limits of the caller's authority with who is there now, and the Leistungen that may have one; undefined for who may not see them. */
export async function viewLimits(
  context: Context,
  countAtWork: CountAtWork,
): Promise<
  | {
      readonly limits: readonly ShownLimit[];
      readonly leistungen: readonly {
        readonly slug: string;
        readonly title: string;
      }[];
    }
  | undefined
> {
  if (!context.actor.may(admissionPermission)) return undefined;
  const { tenantId } = context;
  const [limits, leistungen] = await Promise.all([
    context.read((db) => store.listLimits(db, tenantId)),
    listLeistungNames(context),
  ]);
  const titles = new Map(leistungen.map(({ slug, title }) => [slug, title]));
  const shown: ShownLimit[] = [];
  for (const limit of limits)
    shown.push({
      ...limit,
      title: titles.get(limit.leistungSlug) ?? limit.leistungSlug,
      ...(await viewQueue(context, { ...limit, countAtWork })),
    });
  return { limits: shown, leistungen };
}

export type LimitRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "unknown-leistung" }
  | { readonly kind: "places-invalid" };

/** Sets how many may fill in an application at the same time. Counts at once; who has begun goes on. Audited. */
export async function saveLimit(
  context: Context,
  typed: { readonly leistungSlug: string; readonly places: string },
): Promise<Result<undefined, LimitRefusal>> {
  if (!context.actor.may(admissionPermission))
    return refuse({ kind: "not-permitted" });
  const { leistungSlug } = typed;
  const known = await listLeistungNames(context);
  if (!known.some(({ slug }) => slug === leistungSlug))
    return refuse({ kind: "unknown-leistung" });
  const places = /^\d{1,6}$/.test(typed.places.trim())
    ? Number(typed.places)
    : 0;
  if (places < 1 || places > mostPlaces)
    return refuse({ kind: "places-invalid" });
  const { tenantId, now, actor } = context;
  await context.transaction(async (db) => {
    await store.saveLimit(db, tenantId, {
      limit: { leistungSlug, places },
      change: { at: now, by: actor.id },
    });
    await recordAudit(context, db, {
      action: "admission.limit-saved",
      subject: { kind: "leistung", id: leistungSlug },
      details: { places },
    });
  });
  return ok(undefined);
}

/** Takes a limit away: whoever waits may begin. False when there is none, or for who may not. Audited. */
export async function removeLimit(
  context: Context,
  leistungSlug: string,
): Promise<boolean> {
  if (!context.actor.may(admissionPermission)) return false;
  return context.transaction(async (db) => {
    const isRemoved = await store.removeLimit(
      db,
      context.tenantId,
      leistungSlug,
    );
    if (isRemoved)
      await recordAudit(context, db, {
        action: "admission.limit-removed",
        subject: { kind: "leistung", id: leistungSlug },
      });
    return isRemoved;
  });
}
