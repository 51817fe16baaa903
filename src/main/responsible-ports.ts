import type { SubmissionsPorts } from "../modules/submissions/module.ts";
import {
  findCounterpart,
  isHiddenHere,
  listLeistungNames,
  searchLeistungen,
} from "../modules/catalogue/index.ts";
import { listDestinationNames } from "../modules/delivery/output.ts";
import { listOffice } from "../modules/staff/index.ts";
import type { ApiPorts } from "../modules/api/module.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import type { ZustaendigkeitPorts } from "../modules/zustaendigkeit/module.ts";
import {
  showNowhere,
  type CataloguePorts,
} from "../modules/catalogue/module.ts";
import type { ApplicationFacts } from "../modules/submissions/index.ts";
import {
  findPlaceOfAddress,
  listLineAbove,
  listOffices,
} from "../modules/tenants/index.ts";
import type { Context } from "../platform/context/context.ts";
import {
  findResponsible,
  hasLeadingRule,
  reachResponsible,
  type CaseFacts,
  type ResponsiblePorts,
  type RuleChoices,
} from "../modules/zustaendigkeit/index.ts";
import { guestActor, type Services } from "./services.ts";

/** How to find who is responsible, over all authorities of the installation. */
export function responsiblePorts(services: Services): ResponsiblePorts {
  return {
    portals: services.portals,
    guestIn: ({ locale, correlationId }, tenantId) =>
      services.contextFor({
        tenantId,
        actor: guestActor,
        locale,
        correlationId,
      }),
  };
}

/** Who receives what is begun in a portal, as everybody may know it. */
export function findReceiverIn(
  services: Services,
): SubmissionsPorts["findReceiver"] {
  const ports = responsiblePorts(services);
  return async ({ portal, leistungSlug, locale, facts }) => {
    const { tenantId } = portal;
    const context = services.contextFor({
      tenantId,
      actor: guestActor,
      locale,
    });
    const ask = (known: CaseFacts) =>
      findResponsible(context, ports, { portal, leistungSlug, facts: known });
    const found = await ask(facts ?? {});
    if (!facts || !found?.needs.includes("place")) return found;
    return ask({ ...facts, ars: await placeOf(context, facts) });
  };
}

/** Looked up only where a rule asks for it. */
async function placeOf(
  context: Context,
  { ars, postcode, town }: ApplicationFacts,
): Promise<string | undefined> {
  if (ars !== undefined) return /^\d{12}$/.test(ars) ? ars : undefined;
  return postcode === undefined && town === undefined
    ? undefined
    : findPlaceOfAddress(context, { postcode, town });
}

/** The same for the page of a Leistung, which most portals show themselves: one statement where no rule names anybody else. */
export function findReceiverOfPageIn(
  services: Services,
): CataloguePorts["findReceiver"] {
  const ports = responsiblePorts(services);
  return async ({ context, portal }, { slug: leistungSlug, isOwn }) => {
    if (isOwn && !(await hasLeadingRule(context, leistungSlug))) return {};
    const question = { portal, leistungSlug, facts: {} };
    const found = await findResponsible(context, ports, question);
    return {
      other: found?.authority.tenantId === portal.tenantId ? undefined : found,
      officeSlug: found?.within.officeSlug,
    };
  };
}

/**
 * What the pages of an application say where the portal shows no such Leistung. They may work in the tenant of the authority that receives it;
 * the address is one of the portal.
 */
export function showNoLeistungIn(
  services: Services,
): SubmissionsPorts["showNoLeistung"] {
  const ground = responsiblePorts(services);
  const ports = { ...ground, findReceiver: findReceiverOfPageIn(services) };
  return (request) => {
    const { context, portal } = request;
    return showNowhere(
      {
        ...request,
        authority: portal,
        context:
          context.tenantId === portal.tenantId
            ? context
            : ground.guestIn(context, portal.tenantId),
      },
      ports,
    );
  };
}

/** The same caller with another authority of the installation. Staff of one is nobody at another. */
export function callerIn(services: Services): SubmissionsPorts["callerIn"] {
  return ({ actor, locale, correlationId }, tenantId) =>
    services.contextFor({
      tenantId,
      actor: actor.kind === "citizen" ? actor : guestActor,
      locale,
      correlationId,
    });
}

/** What the pages about who receives what need of the others. */
export function zustaendigkeitPorts(services: Services): ZustaendigkeitPorts {
  const ports = responsiblePorts(services);
  return {
    ...ports,
    listChoices: (context) => listChoices(context, services),
    searchLeistungen: async ({ context }, typed) => {
      const line = await context.transaction((db) =>
        listLineAbove(db, context.tenantId),
      );
      const around = line
        .filter(({ hasPortal }) => hasPortal)
        .map(({ tenantId }) => ports.guestIn(context, tenantId));
      const isHidden = async (found: Parameters<typeof isHiddenHere>[1]) =>
        found.tenantId !== context.tenantId && isHiddenHere(context, found);
      const named = await Promise.all(
        around.map((there) => findCounterpart(there, { slug: typed })),
      );
      const at = named.findIndex((found) => found?.slug === typed);
      const exact = named[at];
      const tenantId = around[at]?.tenantId;
      if (exact && tenantId && !(await isHidden({ ...exact, tenantId })))
        return [exact];
      const hits = await searchLeistungen(around, typed);
      return hits.map(({ hit }) => hit);
    },
  };
}

async function listChoices(
  context: Context,
  { portals }: Services,
): Promise<RuleChoices> {
  const [leistungen, offices, { teams }, destinations, all] = await Promise.all(
    [
      listLeistungNames(context),
      listOffices(context),
      listOffice(context),
      listDestinationNames(context),
      portals.list(),
    ],
  );
  const named = ({
    id,
    name,
  }: {
    readonly id: string;
    readonly name: string;
  }) => ({
    value: id,
    label: name,
  });
  return {
    leistungen: leistungen.map(({ slug, title }) => ({
      value: slug,
      label: title,
    })),
    offices: offices.map(({ slug, name }) => ({ value: slug, label: name })),
    teams: teams.map(named),
    destinations: destinations.map(named),
    authorities: all
      .filter(
        ({ kind, tenantId }) =>
          kind !== "installation" && tenantId !== context.tenantId,
      )
      .map(({ tenantId, name }) => ({ value: tenantId, label: name })),
  };
}

/** The same for programs, as an answer of the interface. */
export function findResponsibleIn(
  services: Services,
): ApiPorts["findResponsible"] {
  const ports = responsiblePorts(services);
  return async (context, { portal, leistung: leistungSlug, ars }) => {
    const question = { portal, leistungSlug, facts: { ars } };
    const found = await findResponsible(context, ports, question);
    if (!found) return undefined;
    const { authority, needs } = found;
    const contact = await reachResponsible(context, ports, found);
    const { office, phone, email, street, postcode, town } = contact;
    return {
      authority: authority.name,
      ars: authority.ars,
      portal: portalBaseUrl(authority.host, services.settings),
      leistung: found.leistungSlug,
      title: found.leistungTitle,
      office,
      phone,
      email,
      street,
      postcode,
      town,
      dependsOn: [...needs],
    };
  };
}
