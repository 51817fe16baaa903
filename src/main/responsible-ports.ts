import type { SubmissionsPorts } from "../modules/submissions/module.ts";
import type { CataloguePorts } from "../modules/catalogue/module.ts";
import {
  findResponsible,
  leadsElsewhere,
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
  return ({ portal, leistungSlug, locale }) => {
    const { tenantId } = portal;
    const context = services.contextFor({
      tenantId,
      actor: guestActor,
      locale,
    });
    return findResponsible(context, ports, {
      portal,
      leistungSlug,
      facts: {},
    });
  };
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
