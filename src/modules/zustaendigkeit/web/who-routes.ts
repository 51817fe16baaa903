import type { Context } from "../../../platform/context/context.ts";
import type { PortalRequest, Reply, Route } from "../../../shell/web/route.ts";
import { findPlaceOfAddress, type Portal } from "../../tenants/index.ts";
import {
  findResponsible,
  type ResponsiblePorts,
} from "../use-cases/find-responsible.ts";
import { reachResponsible } from "../use-cases/reach-responsible.ts";
import { whoPage, whoPath, type Asked, type WhoAnswer } from "./who-page.ts";

export type WhoPorts = ResponsiblePorts & {
  /** Leistungen of a portal and those above it that fit what was typed, best first; a last part of an address is found as such. */
  searchLeistungen(
    where: { readonly context: Context; readonly portal: Portal },
    typed: string,
  ): Promise<readonly { readonly slug: string; readonly title: string }[]>;
};

const mostChoices = 6;

/** Who is responsible: a page for everybody. */
export function whoRoutes(ports: WhoPorts): readonly Route[] {
  return [
    {
      method: "GET",
      path: whoPath,
      // What somebody asks may tell where they live: kept by nobody.
      audience: "guest",
      handle: (request) => showWho(request, ports),
    },
  ];
}

async function showWho(
  request: PortalRequest,
  ports: WhoPorts,
): Promise<Reply> {
  const { query } = request;
  const said = (name: string) => (query.get(name) ?? "").trim().slice(0, 200);
  const asked = {
    about: said("leistung"),
    postcode: said("plz"),
    town: said("ort"),
  };
  return whoPage(request, {
    asked,
    answer: await answerTo(request, asked, ports),
  });
}

async function answerTo(
  request: PortalRequest,
  asked: Asked,
  ports: WhoPorts,
): Promise<WhoAnswer> {
  const { context, portal } = request;
  const { about } = asked;
  if (about === "") return { kind: "not-asked" };
  const found = await ports.searchLeistungen({ context, portal }, about);
  const [best] = found;
  if (!best) return { kind: "no-leistung" };
  return found.length === 1
    ? answerFor(request, asked, { slug: best.slug, ports })
    : { kind: "choose", leistungen: found.slice(0, mostChoices) };
}

async function answerFor(
  { context, portal }: PortalRequest,
  { postcode, town }: Asked,
  { slug, ports }: { readonly slug: string; readonly ports: WhoPorts },
): Promise<WhoAnswer> {
  const hasPlace = postcode !== "" || town !== "";
  const ars = hasPlace
    ? await findPlaceOfAddress(context, { postcode, town })
    : undefined;
  if (hasPlace && ars === undefined) return { kind: "place-unknown" };
  const responsible = await findResponsible(context, ports, {
    portal,
    leistungSlug: slug,
    facts: { ars },
  });
  if (!responsible) return { kind: "nobody" };
  const contact = await reachResponsible(context, ports, responsible);
  return { kind: "found", responsible, contact };
}
