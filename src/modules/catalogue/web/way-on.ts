import type { Context } from "../../../platform/context/context.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import type { Portal } from "../../tenants/index.ts";
import type { Former } from "../domain/former.ts";
import { findHiddenOfAbove } from "../use-cases/above/leistungen-of-above.ts";
import {
  findChosen,
  findFormer,
  findSuccessorAbove,
} from "../use-cases/find-former.ts";
import { findLeistungHead } from "../use-cases/find-leistung-head.ts";
import { findShown } from "./find-shown.ts";
import { portalsAbove, type CataloguePorts } from "./found-leistungen.ts";
import type { LeistungPageInput } from "./leistung-page-input.ts";

/** What is known of an address that the portal shows nothing at. */
export type Nowhere = {
  /** Where it leads; `isRenamed`: to the same Leistung. */
  readonly way?:
    | { readonly to: string; readonly isRenamed: boolean }
    | undefined;
  /** What stood there, here or at an authority above. */
  readonly former?: Former | undefined;
  /** An authority above offers it, and this portal hides that. */
  readonly hidden?:
    | {
        readonly authority: Portal;
        readonly slug: string;
        readonly title: string;
      }
    | undefined;
};

type Asked = Pick<PortalRequest, "context" | "portal">;

/** The query of an address that leads to another one: what was called. */
const insteadOf = "statt";
const longestSlug = 200;

/** Successors may be gone, too, each with one of its own. */
const mostSteps = 5;

/** Looks for the way on from an address of this portal: what an editor chose comes before what has the same Leistungsschlüssel. */
export async function lookForWayOn(
  request: Asked,
  ports: CataloguePorts,
  slug: string,
): Promise<Nowhere> {
  const { context, portal } = request;
  const former = await findFormer(context, slug);
  const own = former && (await wayOfFormer(request, ports, former));
  if (own) return { former, way: own };
  const above = await portalsAbove(portal, ports.portals);
  const hidden = await findHidden(request, ports, { slug, above });
  if (hidden) {
    const chosen = await findChosen(context, slug);
    return { former, hidden, way: await chosenWay(request, ports, chosen) };
  }
  return former
    ? { former, way: await wayAbove(request, ports, { former, above }) }
    : lookAbove(request, ports, { slug, above });
}

/** Where the address of a page with `?statt=` was called from, if that one leads here. */
export async function findInsteadOf(
  request: PortalRequest,
  ports: CataloguePorts,
): Promise<LeistungPageInput["insteadOf"]> {
  const { query, params } = request;
  const called = query.get(insteadOf) ?? "";
  if (called === "" || called.length > longestSlug) return undefined;
  const { way, former } = await lookForWayOn(request, ports, called);
  return way && !way.isRenamed && way.to === params["name"]
    ? { title: former?.told?.title }
    : undefined;
}

/** The address that another one leads to; that page says so. */
export function pathInsteadOf(
  { to, isRenamed }: NonNullable<Nowhere["way"]>,
  called: string,
): string {
  const query = new URLSearchParams({ [insteadOf]: called }).toString();
  return `/leistungen/${to}${isRenamed ? "" : `?${query}`}`;
}

async function wayOfFormer(
  request: Asked,
  ports: CataloguePorts,
  { renamedTo, chosen, namesake }: Former,
): Promise<Nowhere["way"]> {
  if (renamedTo !== undefined) return { to: renamedTo, isRenamed: true };
  return (
    (await chosenWay(request, ports, chosen)) ??
    (namesake === undefined ? undefined : { to: namesake, isRenamed: false })
  );
}

/** What was chosen, as far as the portal shows it, else what was chosen for that. */
async function chosenWay(
  request: Asked,
  ports: CataloguePorts,
  chosen: string | undefined,
): Promise<Nowhere["way"]> {
  let next = chosen;
  for (let step = 0; next !== undefined && step < mostSteps; step += 1) {
    if (await findShown(request, ports, next))
      return { to: next, isRenamed: false };
    const former: Former | undefined = await findFormer(request.context, next);
    next = former?.renamedTo ?? former?.chosen ?? former?.namesake;
  }
  return undefined;
}

async function findHidden(
  { context }: Asked,
  ports: CataloguePorts,
  { slug, above }: { readonly slug: string; readonly above: readonly Portal[] },
): Promise<Nowhere["hidden"]> {
  if (above.length === 0) return undefined;
  const head = await findLeistungHead(context, slug);
  const named = { slug, leikaKey: head?.leikaKey };
  for (const authority of above) {
    const there = ports.guestIn(context, authority.tenantId);
    const found = await findHiddenOfAbove(context, there, named);
    if (found) return { authority, slug: found.slug, title: found.title };
  }
  return undefined;
}

/** An authority above may offer by now what the portal does not any more. */
async function wayAbove(
  { context }: Asked,
  ports: CataloguePorts,
  {
    former,
    above,
  }: { readonly former: Former; readonly above: readonly Portal[] },
): Promise<Nowhere["way"]> {
  for (const { tenantId } of above) {
    const there = ports.guestIn(context, tenantId);
    const to = await findSuccessorAbove(context, there, former);
    if (to !== undefined) return { to, isRenamed: false };
  }
  return undefined;
}

/** The portal shows what authorities above it offer; that may be gone, too. */
async function lookAbove(
  request: Asked,
  ports: CataloguePorts,
  { slug, above }: { readonly slug: string; readonly above: readonly Portal[] },
): Promise<Nowhere> {
  for (const { tenantId } of above) {
    const there: Context = ports.guestIn(request.context, tenantId);
    const former = await findFormer(there, slug);
    if (!former) continue;
    const way =
      (await wayOfFormer(request, ports, former)) ??
      (await wayAbove(request, ports, { former, above }));
    return { former, way };
  }
  return {};
}
