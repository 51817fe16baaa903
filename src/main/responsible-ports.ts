import type { SubmissionsPorts } from "../modules/submissions/module.ts";
import type { CataloguePorts } from "../modules/catalogue/module.ts";
import type { ApplicationFacts } from "../modules/submissions/index.ts";
import { findPlaceOfAddress } from "../modules/tenants/index.ts";
import type { Context } from "../platform/context/context.ts";
import {
  findResponsible,
  leadsElsewhere,
  type CaseFacts,
  type ResponsiblePorts,
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

/** The place is where the applicant lives; looked up only where a rule asks for it. */
async function placeOf(
  context: Context,
  { postcode, town }: ApplicationFacts,
): Promise<string | undefined> {
  return postcode === undefined || town === undefined
    ? undefined
    : findPlaceOfAddress(context, { postcode, town });
}

/** The same for the page of a Leistung, which most portals show themselves: one statement where no rule leads elsewhere. */
export function findOtherIn(services: Services): CataloguePorts["findOther"] {
  const ports = responsiblePorts(services);
  return async ({ context, portal }, { slug: leistungSlug, isOwn }) => {
    if (isOwn && !(await leadsElsewhere(context, leistungSlug)))
      return undefined;
    const question = { portal, leistungSlug, facts: {} };
    const found = await findResponsible(context, ports, question);
    return found?.authority.tenantId === portal.tenantId ? undefined : found;
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
