import { sha256 } from "../../../../platform/values/sha256.ts";
import type { Delivery } from "../delivery.ts";
import { safeName } from "./package-file.ts";

/** A primary document of the message: what it is called there, and what it was called before. */
export type PrimaryDocument = {
  readonly id: string;
  readonly title: string;
  readonly originalName: string;
};

/** Messages that hand an application over: to people or a DMS that files it, to be created in a DMS, to be stored in one. */
export const xdomeaMessages = {
  "xdomea-3.0.0": {
    name: "Information.Information.0101",
    schema: "xdomea-Nachrichten-InformationAustauschen.xsd",
  },
  "xdomea-0604-3.0.0": {
    name: "FVDaten.SGOErstellen.0604",
    schema: "xdomea-Nachrichten-FachverfahrensdatenAustauschen.xsd",
  },
  "xdomea-0605-3.0.0": {
    name: "FVDaten.SGOAblegen.0605",
    schema: "xdomea-Nachrichten-FachverfahrensdatenAustauschen.xsd",
  },
} as const;

export type XdomeaFormat = keyof typeof xdomeaMessages;

/** Whether a format is a message of xdomea, which comes as a ZIP of its own. */
export const isXdomea = (format: string): format is XdomeaFormat =>
  format in xdomeaMessages;

/** `<ProzessID>_<message>`; the process is this hand-over. @see xdomea 3.0.0, rules for names of files */
export const xdomeaName = (
  { deliveryId }: Delivery,
  format: XdomeaFormat,
): string => `${deliveryId}_${xdomeaMessages[format].name}`;

/** `<UUID>_<name>.<ending>` */
export const primaryName = ({ id, originalName }: PrimaryDocument): string =>
  `${id}_${safeName(originalName)}`;

/** The same document has the same id on every attempt. */
export function documentId({ deliveryId }: Delivery, part: string): string {
  const hex = sha256(`${deliveryId}/${part}`).toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/**
 * The message that hands an application over to a DMS as a Vorgang with one Dokument, its attachments and primary documents. Valid against the
 * schemas of xdomea 3.0.0. The first document is the application itself.
 */
export function xdomeaMessage(
  delivery: Delivery,
  documents: readonly [PrimaryDocument, ...PrimaryDocument[]],
  format: XdomeaFormat = "xdomea-3.0.0",
): string {
  const { name, schema } = xdomeaMessages[format];
  const vorgang = element("Vorgang", vorgangOf(delivery, documents));
  const body = [
    element("Kopf", headOf(delivery, format)),
    carried[format](delivery, element("Schriftgutobjekt", [vorgang])),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<xdomea:${name} xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"`,
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ` xsi:schemaLocation="urn:xoev-de:xdomea:schema:3.0.0 ${schema}">`,
    ...body,
    `</xdomea:${name}>\n`,
  ].join("");
}

/** What stands around the Schriftgutobjekt. */
const carried: Readonly<
  Record<XdomeaFormat, (delivery: Delivery, object: string) => string>
> = {
  "xdomea-3.0.0": (_, object) => object,
  "xdomea-0604-3.0.0": (delivery, object) =>
    element("SchriftgutobjektZumErstellen", ofBackOffice(delivery, object)),
  "xdomea-0605-3.0.0": (delivery, object) =>
    element("SchriftgutobjektZumAblegen", ofBackOffice(delivery, object)),
};

/** The object is called as the delivery, on every attempt. */
const ofBackOffice = ({ deliveryId }: Delivery, object: string): string[] => [
  element("FachverfahrenObjektID", [deliveryId]),
  object,
];

function headOf(delivery: Delivery, format: XdomeaFormat): string[] {
  const sender = institution(delivery.authorityName);
  const code = xdomeaMessages[format].name.slice(-4);
  return [
    element("ProzessID", [delivery.deliveryId]),
    element("Nachrichtentyp", [`<code>${code}</code>`]),
    element("Erstellungszeitpunkt", [delivery.answeredAt.toISOString()]),
    element("Absender", [sender]),
    element("Empfaenger", [sender]),
    element("SendendesSystem", [element("Produktname", ["OpenRathaus"])]),
    element("Empfangsbestaetigung", ["false"]),
    // The standard fixes the confirmation of the import; who creates is the portal, alone.
    ...(format === "xdomea-3.0.0"
      ? []
      : [
          element("Importbestaetigung", ["1"]),
          element("Erstellerkennung", ["OpenRathaus"]),
          element("Stapel", ["false"]),
        ]),
  ];
}

function vorgangOf(
  delivery: Delivery,
  [first, ...attachments]: readonly [PrimaryDocument, ...PrimaryDocument[]],
): string[] {
  const { leistung, reference, submittedAt } = delivery;
  const day = submittedAt.toISOString().slice(0, 10);
  return [
    identification(documentId(delivery, "vorgang")),
    element("AllgemeineMetadaten", [
      element("Betreff", [escaped(leistung.title)]),
      element("Kennzeichen", [escaped(reference)]),
    ]),
    element("Dokument", [
      ...documentHead(first),
      element("Posteingangsdatum", [day]),
      documentVersion(first),
      ...attachments.map((one, index) =>
        element("Anlage", [
          ...documentHead(one),
          documentVersion(one),
          element("Nummer", [String(index + 1)]),
        ]),
      ),
    ]),
  ];
}

const documentHead = ({ id, title }: PrimaryDocument): string[] => [
  identification(id),
  element("AllgemeineMetadaten", [element("Betreff", [escaped(title)])]),
];

const documentVersion = (one: PrimaryDocument): string =>
  element("Version", [
    element("Nummer", ["1"]),
    element("Format", [
      formatName(one.originalName),
      element("Version", ["unbekannt"]),
      element("Primaerdokument", [
        element("Dateiname", [escaped(primaryName(one))]),
        element("DateinameOriginal", [escaped(one.originalName)]),
      ]),
    ]),
  ]);

/** Of the code list Dateiformat 1.0; 100 is any other, which is then named. */
const formatCodes: ReadonlyMap<string, string> = new Map([
  ["csv", "002"],
  ["doc", "003"],
  ["jpeg", "010"],
  ["jpg", "011"],
  ["odt", "015"],
  ["pdf", "018"],
  ["png", "019"],
  ["tif", "023"],
  ["tiff", "024"],
  ["xml", "030"],
  ["docx", "035"],
  ["xlsx", "036"],
  ["txt", "045"],
]);

function formatName(filename: string): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(filename)?.[1]?.toLowerCase() ?? "";
  const code = formatCodes.get(ending);
  const name = `<xdomea:Name listURI="urn:xoev-de:xdomea:codeliste:dateiformat" listVersionID="1.0"><code>${code ?? "100"}</code></xdomea:Name>`;
  return code === undefined
    ? `${name}${element("SonstigerName", [ending === "" ? "unbekannt" : ending])}`
    : name;
}

const identification = (id: string) =>
  element("Identifikation", [element("ID", [id])]);

const institution = (name: string) =>
  element("Institution", [element("Name", [escaped(name)])]);

const element = (name: string, content: readonly string[]): string =>
  `<xdomea:${name}>${content.join("")}</xdomea:${name}>`;

/** Without what XML 1.0 cannot hold. @see https://www.w3.org/TR/xml/#charsets */
const escaped = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (one) =>
      /[\t\n\r\u0080-\u009F]/.test(one) ? one : "\uFFFD",
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
