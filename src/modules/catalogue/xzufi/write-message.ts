import { escapeXml } from "../../../platform/xml/write-xml.ts";
import type { Office } from "../../tenants/index.ts";
import {
  addressOf,
  type Exported,
  type ExportedLeistung,
} from "../domain/exported.ts";
import type { InLanguages } from "../domain/leistung-content.ts";
import { writeLeistung } from "./write-leistung.ts";
import { coded, element, languages } from "./write-element.ts";

const namespace = "http://xoev.de/schemata/xzufi/2_2_0";

/**
 * The authority's own Leistungen, offices and online services as a transfer message of XZuFi 2.2: what editing systems and the Sammlerdienst of
 * the PVOG collect. What is not shown any more is in `loesche`.
 */
export function writeMessage(exported: Exported): string {
  const { leistungen, offices, now } = exported;
  const shown = leistungen.filter(({ isShown }) => isShown);
  const records = [
    ...shown.map((leistung) =>
      write(writeLeistung(leistung.content, id(exported, "id", leistung.id))),
    ),
    ...offices.map((office) => write(officeXml(exported, office))),
    ...shown
      .map((leistung) => onlineXml(exported, leistung))
      .filter((xml) => xml !== "")
      .map(write),
    ...leistungen
      .filter(({ isShown }) => !isShown)
      .map((leistung) =>
        element(
          "loesche",
          element("leistung", id(exported, "id", leistung.id)),
        ),
      ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<xzufi:transfer xmlns:xzufi="${namespace}" xzufiVersion="2.2.0">
${element("nachrichtenkopf", element("erstelltAm", now.toISOString()))}
${records.join("\n")}
</xzufi:transfer>
`;
}

const write = (xml: string) => element("schreibe", xml);

/** Ids hold together with the portal that gives them. */
function id({ baseUrl }: Exported, name: string, value: string): string {
  return `<xzufi:${name} schemeAgencyID="${escapeXml(new URL(baseUrl).host)}">${escapeXml(value)}</xzufi:${name}>`;
}

function officeXml(exported: Exported, office: Office): string {
  const own = exported.leistungen.filter(
    ({ isShown, content }) => isShown && content.officeSlug === office.slug,
  );
  return element(
    "organisationseinheit",
    id(exported, "id", office.slug) +
      element("name", languages("name", { de: office.name })) +
      element(
        "anschrift",
        element("strasse", escapeXml(office.street)) +
          element("postleitzahl", escapeXml(office.postcode)) +
          element("ort", escapeXml(office.town)),
      ) +
      element(
        "kommunikation",
        element("telefon", escapeXml(office.phone)) +
          element("email", escapeXml(office.email)),
      ) +
      own.map((leistung) => responsibleXml(exported, leistung)).join(""),
  );
}

function responsibleXml(
  exported: Exported,
  { id: leistungId }: ExportedLeistung,
): string {
  return element(
    "zustaendigkeit",
    id(exported, "leistungID", leistungId) +
      element("gebietID", escapeXml(exported.ars)),
  );
}

/** Our own form, and the services of others; nothing where there is no way online. */
function onlineXml(exported: Exported, leistung: ExportedLeistung): string {
  const { content, formKey } = leistung;
  const links = [
    ...(formKey === null ? [] : [`${addressOf(exported, leistung)}/antrag`]),
    ...(content.onlineServices ?? []).map(({ url }) => url),
  ];
  if (links.length === 0) return "";
  const names: InLanguages = content.onlineServices?.[0]?.name ?? content.title;
  return element(
    "onlinedienst",
    id(exported, "id", `${leistung.id}-online`) +
      languages("bezeichnung", names) +
      links
        .map((url) =>
          element("link", coded("typ", "01") + element("link", escapeXml(url))),
        )
        .join("") +
      responsibleXml(exported, leistung),
  );
}
