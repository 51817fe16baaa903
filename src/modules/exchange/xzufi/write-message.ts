import type { OwnLeistung } from "../../catalogue/content.ts";
import type { Exported } from "../domain/exported.ts";
import { element, idElement } from "./write-element.ts";
import { writeLeistung } from "./write-leistung.ts";
import { writeOffice } from "./write-office.ts";
import { goneServices, writeServices } from "./write-services.ts";

const namespace = "http://xoev.de/schemata/xzufi/2_2_0";

/**
 * The authority's own Leistungen, offices and online services as a transfer message of XZuFi 2.2: what editing systems and the Sammlerdienst of
 * the PVOG collect. What is not shown any more, and online services that a Leistung has lost, are in `loesche` of a delta.
 */
export function writeMessage(exported: Exported): string {
  const { leistungen, offices, now, isDelta, baseUrl } = exported;
  const shown = leistungen.filter(({ isShown }) => isShown);
  const agency = new URL(baseUrl).host;
  const written = [
    ...shown.map((leistung) =>
      writeLeistung(
        leistung.content,
        idElement("id", { agency, value: leistung.id }),
      ),
    ),
    ...offices.map((office) => writeOffice(exported, office)),
    ...shown.flatMap((leistung) => writeServices(exported, leistung)),
  ].map((xml) => element("schreibe", xml));
  const gone = isDelta ? leistungen.flatMap(goneOf) : [];
  return `<?xml version="1.0" encoding="UTF-8"?>
<xzufi:transfer xmlns:xzufi="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xzufiVersion="2.2.0">
${element("nachrichtenkopf", element("erstelltAm", now.toISOString()))}
${[...written, ...gone.map((it) => goneXml(it, agency))].join("\n")}
</xzufi:transfer>
`;
}

type Gone = { readonly kind: string; readonly id: string };

function goneOf(leistung: OwnLeistung): Gone[] {
  const services = goneServices(leistung).map((id) => ({
    kind: "Onlinedienst",
    id,
  }));
  return leistung.isShown
    ? services
    : [{ kind: "Leistung", id: leistung.id }, ...services];
}

/** As the PVOG tells it: the kind of object at the element, its id inside. */
function goneXml({ kind, id }: Gone, agency: string): string {
  return `<xzufi:loesche klasse="${kind}">${idElement("id", { agency, value: id })}</xzufi:loesche>`;
}
