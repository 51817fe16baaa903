import { stableHash } from "../../../platform/values/stable-hash.ts";
import { addressOf, type Exported } from "../domain/exported.ts";
import type {
  InLanguages,
  OnlineService,
  OwnLeistung,
} from "../../catalogue/content.ts";
import { levelCodes } from "./level-codes.ts";
import {
  coded,
  element,
  idElement,
  languages,
  linkElements,
  responsibleElement,
} from "./write-element.ts";

/** Each way to apply online as an online service of its own: the authority's form, and those of others. None where there is no way. */
export function writeServices(
  exported: Exported,
  leistung: OwnLeistung,
): string[] {
  const { content, formKey } = leistung;
  const own = formKey !== null && {
    id: idOfForm(leistung),
    name: content.title,
    url: `${addressOf(exported, leistung)}/antrag`,
    assuranceLevel: content.assuranceLevel,
  };
  return [
    ...(own ? [own] : []),
    ...servicesOfOthers(leistung).map((service) => ({
      ...service,
      id: idOfService(leistung, service.url),
    })),
  ].map((service) => serviceXml(exported, { leistung, service }));
}

/** Ids that a delta tells as gone: those of a Leistung that is not shown, of a form that is not there, and of services it has lost. */
export function goneServices(leistung: OwnLeistung): string[] {
  const { isShown, formKey, servicesBefore } = leistung;
  const now = servicesOfOthers(leistung).map(({ url }) => url);
  const lost = isShown
    ? servicesBefore.filter((url) => !now.includes(url))
    : [...new Set([...servicesBefore, ...now])];
  return [
    ...(isShown && formKey !== null ? [] : [idOfForm(leistung)]),
    ...lost.map((url) => idOfService(leistung, url)),
  ];
}

const idOfForm = ({ id }: OwnLeistung) => `${id}-online`;

/** The same as long as the address is. */
const idOfService = ({ id }: OwnLeistung, url: string) =>
  `${id}-${stableHash(url).slice(0, 16)}`;

/** Each address once. */
function servicesOfOthers({ content }: OwnLeistung): OnlineService[] {
  const services = content.onlineServices ?? [];
  return services.filter(
    ({ url }, index) => services.findIndex((it) => it.url === url) === index,
  );
}

type Service = {
  readonly id: string;
  readonly name: InLanguages;
  readonly url: string;
  readonly assuranceLevel?: OnlineService["assuranceLevel"];
};

function serviceXml(
  { baseUrl, ars }: Exported,
  {
    leistung,
    service,
  }: { readonly leistung: OwnLeistung; readonly service: Service },
): string {
  const { id, name, url, assuranceLevel } = service;
  const agency = new URL(baseUrl).host;
  return element(
    "onlinedienst",
    [
      idElement("id", { agency, value: id }),
      languages("bezeichnung", name),
      linkElements("link", {
        before: coded("typ", "01"),
        address: "link",
        url,
        title: name,
      }),
      assuranceLevel === undefined
        ? ""
        : coded("vertrauensniveau", levelCodes[assuranceLevel]),
      responsibleElement(leistung.id, { agency, ars }),
    ].join(""),
  );
}
