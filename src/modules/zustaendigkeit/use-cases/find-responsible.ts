import type { Context } from "../../../platform/context/context.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { findCounterpart, isHiddenHere } from "../../catalogue/index.ts";
import {
  listLineAbove,
  listPortalsOfPlace,
  type Portal,
  type PortalDirectory,
} from "../../tenants/index.ts";
import {
  decide,
  type CaseFacts,
  type Decision,
  type NeededFact,
} from "../domain/decide.ts";
import type { RuleTarget } from "../domain/rule.ts";
import { listRulesFor } from "../store/rule-store.ts";

export type ResponsiblePorts = {
  readonly portals: PortalDirectory;
  /** A guest's context in another tenant, to read what everybody may read there. */
  guestIn(context: Context, tenantId: string): Context;
};

/** Which Leistung, seen from where. */
export type Question = {
  /** Where somebody asks or applies. */
  readonly portal: Portal;
  /** Last part of the address of the Leistung there. */
  readonly leistungSlug: string;
  readonly facts: CaseFacts;
};

/** Who receives an application. */
export type Responsible = {
  readonly authority: Portal;
  /** What the Leistung is called in the addresses of that authority. */
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  /** Who it is within that authority, where a rule says so. */
  readonly within: Omit<RuleTarget, "toTenantId">;
  /** Rules that led there, by id. */
  readonly ruleIds: readonly string[];
  /** Not known yet, and may change who it is. */
  readonly needs: readonly NeededFact[];
};

/** Longer than any way from a commune to the Land and back. */
const mostSteps = 8;

/**
 * Who receives applications for a Leistung: by the rules of the authority asked; without a rule the authority itself where it offers the
 * Leistung, else the next one above that does. Where the Leistung belongs to communes, the authority that administers the place. Undefined when nobody
 * offers it, when the authority asked hides it from its portal, or when rules lead in a circle. Reads each authority in its own tenant, in one
 * round trip.
 */
export async function findResponsible(
  context: Context,
  ports: ResponsiblePorts,
  { portal, leistungSlug, facts }: Question,
): Promise<Responsible | undefined> {
  const walk: Walk = {
    context,
    ports,
    facts,
    asked: new Set(),
    offering: new Map(),
    ruleIds: [],
    needs: new Set(),
  };
  const found = await step(walk, portal, { slug: leistungSlug });
  return found && (await isHiddenFrom(walk, portal, found)) ? undefined : found;
}

type Wanted = { readonly slug: string; readonly leikaKey?: string | undefined };

type Walk = {
  readonly context: Context;
  readonly ports: ResponsiblePorts;
  readonly facts: CaseFacts;
  readonly asked: Set<string>;
  /** Who was asked and offers it, with its LeiKa key there. */
  readonly offering: Map<string, string | null>;
  readonly ruleIds: string[];
  readonly needs: Set<NeededFact>;
};

async function step(
  walk: Walk,
  portal: Portal,
  wanted: Wanted,
): Promise<Responsible | undefined> {
  if (walk.asked.has(portal.tenantId) || walk.asked.size >= mostSteps)
    return undefined;
  walk.asked.add(portal.tenantId);
  const { offered, decision } = await ask(walk, portal, wanted);
  if (offered) walk.offering.set(portal.tenantId, offered.leikaKey);
  const { toTenantId, ...within } = noted(walk, decision);
  const known = offered?.leikaKey
    ? { ...wanted, leikaKey: offered.leikaKey }
    : wanted;
  if (toTenantId !== undefined) return leadTo(walk, toTenantId, known);
  if (!offered) return above(walk, portal, known);
  if (offered.belongsToCommunes) return below(walk, portal, known);
  return {
    authority: portal,
    leistungSlug: offered.slug,
    leistungTitle: offered.title,
    within,
    ruleIds: walk.ruleIds,
    needs: [...walk.needs],
  };
}

/** Whether the authority asked does not offer it and does not want its portal to show what the other one offers. */
async function isHiddenFrom(
  walk: Walk,
  { tenantId }: Portal,
  { authority, leistungSlug: slug }: Responsible,
): Promise<boolean> {
  const { offering } = walk;
  if (offering.has(tenantId)) return false;
  const leikaKey = offering.get(authority.tenantId) ?? null;
  const named = { tenantId: authority.tenantId, slug, leikaKey };
  return isHiddenHere(contextAt(walk, tenantId), named);
}

function contextAt({ context, ports }: Walk, tenantId: string): Context {
  return tenantId === context.tenantId
    ? context
    : ports.guestIn(context, tenantId);
}

/** What the authority offers, and what its rules say. */
async function ask(walk: Walk, { tenantId }: Portal, wanted: Wanted) {
  const { context, facts } = walk;
  const there = contextAt(walk, tenantId);
  const [offered, rules] = await Promise.all([
    findCounterpart(there, wanted),
    there.read((db) => listRulesFor(db, tenantId, wanted.slug)),
  ]);
  return { offered, decision: decide(rules, facts, germanDay(context.now)) };
}

/** Where the rule leads that counts as far as is known; what else must be known is noted. */
function noted({ ruleIds, needs }: Walk, decision: Decision): RuleTarget {
  if (decision.kind === "no-rule") return {};
  if (decision.kind === "open")
    for (const need of decision.needs) needs.add(need);
  const rule = decision.kind === "open" ? decision.likely : decision.rule;
  if (!rule) return {};
  ruleIds.push(rule.id);
  return rule.target;
}

/** To the next authority above; those without a portal, such as an Amt whose town runs it, are passed over. */
async function above(
  walk: Walk,
  { tenantId, parentTenantId }: Portal,
  wanted: Wanted,
): Promise<Responsible | undefined> {
  if (parentTenantId === null) return undefined;
  if (await walk.ports.portals.findById(parentTenantId))
    return leadTo(walk, parentTenantId, wanted);
  const line = await walk.context.transaction((db) =>
    listLineAbove(db, tenantId),
  );
  const next = line.find(
    (member) => member.hasPortal && member.tenantId !== tenantId,
  );
  return next && leadTo(walk, next.tenantId, wanted);
}

async function leadTo(
  walk: Walk,
  tenantId: string,
  wanted: Wanted,
): Promise<Responsible | undefined> {
  const portal = await walk.ports.portals.findById(tenantId);
  return portal && portal.kind !== "installation"
    ? step(walk, portal, wanted)
    : undefined;
}

/** The Leistung belongs to the communes: who administers the place. */
async function below(
  walk: Walk,
  { tenantId }: Portal,
  wanted: Wanted,
): Promise<Responsible | undefined> {
  const { ars } = walk.facts;
  if (ars === undefined) return undefined;
  const serving = await walk.context.transaction((db) =>
    listPortalsOfPlace(db, ars),
  );
  const nearest = serving[0];
  return nearest && nearest.tenantId !== tenantId
    ? step(walk, nearest, wanted)
    : undefined;
}
