import { dayOf } from "../../../platform/calendar/calendar-day.ts";
import { escapeXml } from "../../../platform/xml/write-xml.ts";
import type { Office } from "../../tenants/index.ts";
import type { Exported } from "../domain/exported.ts";
import {
  element,
  idElement,
  languages,
  responsibleElement,
} from "./write-element.ts";
import { hoursInFigures, hoursInWords } from "./write-hours.ts";

/** An office with all Leistungen that it answers for, also those that did not change: the record takes the place of the one before. */
export function writeOffice(exported: Exported, office: Office): string {
  const { baseUrl, ars, now, hours } = exported;
  const agency = new URL(baseUrl).host;
  const today = dayOf(now);
  return element(
    "organisationseinheit",
    [
      idElement("id", { agency, value: office.slug }),
      element("name", languages("name", { de: office.name })),
      addressXml(office),
      channelXml(phone, office.phone),
      channelXml(mail, office.email),
      languages("infoOeffnungszeitenText", hoursInWords(office, today)),
      hours === "also-in-figures" ? hoursInFigures(office, today) : "",
      ...exported.responsibilities
        .filter(({ officeSlug }) => officeSlug === office.slug)
        .map(({ leistungId }) =>
          responsibleElement(leistungId, { agency, ars }),
        ),
    ].join(""),
  );
}

/** @see urn:xoev-de:fim:codeliste:xzufi.anschrifttyp: 001 is the address of the house */
function addressXml({ street, postcode, town }: Office): string {
  return element(
    "anschrift",
    [
      '<xzufi:typ listURI="urn:xoev-de:fim:codeliste:xzufi.anschrifttyp" listVersionID="2.0"><code>001</code></xzufi:typ>',
      element("strasse", escapeXml(street)),
      element("postleitzahl", escapeXml(postcode)),
      element("ort", escapeXml(town)),
    ].join(""),
  );
}

const mail = "01";
const phone = "02";

/** @see urn:de:xoev:codeliste:erreichbarkeit, version 3 */
function channelXml(code: string, value: string): string {
  if (value === "") return "";
  return element(
    "kommunikation",
    `<xzufi:kanal listURI="urn:de:xoev:codeliste:erreichbarkeit" listVersionID="3"><code>${code}</code></xzufi:kanal>` +
      element("kennung", escapeXml(value)),
  );
}
