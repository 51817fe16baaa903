import { findCounterpart } from "../modules/catalogue/index.ts";
import {
  listLineAbove,
  listLineBelow,
  type Portal,
} from "../modules/tenants/index.ts";
import type { Authorities, Authority } from "../modules/vorgaenge/index.ts";
import type { Context } from "../platform/context/context.ts";
import { foldText } from "../platform/values/fold-text.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import type { Services } from "./services.ts";

/** The authorities of the installation as those who work with each other see them. */
export function authoritiesOf(services: Services): Authorities {
  const { portals, settings } = services;
  const authorityOf = (portal: Portal): Authority => ({
    tenantId: portal.tenantId,
    name: portal.name,
    ars: portal.ars,
    baseUrl: portalBaseUrl(portal.host, settings),
    email: portal.contact.email,
    phone: portal.contact.phone,
    place: `${portal.contact.postcode} ${portal.contact.town}`,
  });
  const contextIn: Authorities["contextIn"] = (caller, tenantId) => {
    const { actor, locale, correlationId } = caller;
    return services.contextFor({ tenantId, actor, locale, correlationId });
  };
  const list = async () =>
    (await portals.list()).filter(({ kind }) => kind !== "installation");
  return {
    search: async (words, limit) => {
      const sought = foldText(words).split(" ").filter(Boolean);
      if (sought.length === 0) return [];
      const found = (await list()).filter((portal) => {
        const text = textOf(portal);
        return sought.every((word) => text.includes(word));
      });
      return found.slice(0, limit).map(authorityOf);
    },
    suggest: async (context, leistungSlug) => {
      const near = await listNear(context);
      const offering = await Promise.all(
        near.map(async (tenantId) => {
          const portal = await portals.findById(tenantId);
          if (!portal || portal.kind === "installation") return [];
          const there = contextIn(context, tenantId);
          const offered = await findCounterpart(there, { slug: leistungSlug });
          return offered ? [authorityOf(portal)] : [];
        }),
      );
      return offering.flat();
    },
    find: async (tenantId) => {
      const portal = await portals.findById(tenantId);
      return portal?.kind === "installation"
        ? undefined
        : portal && authorityOf(portal);
    },
    contextIn,
  };
}

/** The directory gives the same portals until one changes. */
const texts = new WeakMap<Portal, string>();

function textOf(portal: Portal): string {
  const { name, shortName, contact } = portal;
  const { postcode, town } = contact;
  const text =
    texts.get(portal) ?? foldText(`${name} ${shortName} ${postcode} ${town}`);
  texts.set(portal, text);
  return text;
}

/** More below are not asked whether they offer a Leistung: all communes of a Kreis do, and which one it is nobody knows from that. */
const mostBelow = 12;

/** Tenants above the caller's own, the nearest first, then those below if they are few. */
async function listNear(context: Context): Promise<readonly string[]> {
  const { tenantId: own } = context;
  const [above, below] = await context.transaction(async (db) => [
    await listLineAbove(db, own),
    await listLineBelow(db, own),
  ]);
  const few = below.length > mostBelow + 1 ? [] : below;
  return [...above, ...few]
    .filter(({ tenantId, hasPortal }) => hasPortal && tenantId !== own)
    .map(({ tenantId }) => tenantId);
}
