import type { XmlRecord } from "../../../platform/xml/stream-xml.ts";
import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { LeistungContent, NamedLink } from "../domain/leistung-content.ts";
import type {
  DirectoryArea,
  DirectoryRecord,
  EntryKind,
} from "../domain/directory.ts";
import { all, codeOf, first, idOf, textsOf, wordsOf } from "./elements.ts";
import { linkOf, readContent } from "./read-leistung.ts";

/** Why a record is left out. */
export type RecordProblem =
  "unknown-element" | "no-id" | "no-german-name" | "too-long";

/** What a record of a transfer message says; `ignored` for what a catalogue does not need, such as the head of the message. */
export type ReadRecord =
  | { readonly kind: "record"; readonly record: DirectoryRecord }
  | { readonly kind: "problem"; readonly problem: RecordProblem }
  | { readonly kind: "ignored" };

const kinds: ReadonlyMap<string, EntryKind> = new Map([
  ["leistung", "leistung"],
  ["spezialisierung", "specialisation"],
  ["organisationseinheit", "organisation"],
  ["onlinedienst", "online-service"],
  ["zustaendigkeit", "zustaendigkeit"],
  ["zustaendigkeitTransferObjekt", "zustaendigkeit"],
]);

/** Objects of the standard that this catalogue has no place for. */
const otherObjects = ["formular", "gebiet", "textbaustein", "kontaktsystem"];

/** One record of `schreibe` or `loesche`. Version 2.2 and 2.3 are read alike; what neither knows is a problem, not a guess. */
export function readRecord({ parent, element }: XmlRecord): ReadRecord {
  if (parent !== "schreibe" && parent !== "loesche") return { kind: "ignored" };
  const kind = kinds.get(element.name.replace(/ID$/, ""));
  if (!kind)
    return otherObjects.includes(element.name)
      ? { kind: "ignored" }
      : { kind: "problem", problem: "unknown-element" };
  const isGone = parent === "loesche";
  const id = first(element, "id") ?? (isGone ? element : undefined);
  const key = idOf(id);
  if (key === undefined) return { kind: "problem", problem: "no-id" };
  if (key.length > longestKey) return { kind: "problem", problem: "too-long" };
  return isGone
    ? { kind: "record", record: { kind, key, content: null, areas: [] } }
    : readWritten(element, { kind, key });
}

const longestKey = 300;

function readWritten(
  element: XmlElement,
  { kind, key }: { readonly kind: EntryKind; readonly key: string },
): ReadRecord {
  const content = readers[kind](element);
  if (!content) return { kind: "problem", problem: "no-german-name" };
  const areas = areasOf(kind, element);
  return { kind: "record", record: { kind, key, content, areas } };
}

const readers: Readonly<
  Record<EntryKind, (element: XmlElement) => object | undefined>
> = {
  leistung: leistungOf,
  specialisation: readContent,
  organisation: organisationOf,
  "online-service": onlineServiceOf,
  zustaendigkeit: zustaendigkeitOf,
};

/** A whole Leistung; undefined without a German name. */
function leistungOf(element: XmlElement): LeistungContent | undefined {
  const read = readContent(element);
  if (!read.title) return undefined;
  return {
    assuranceLevel: "none",
    onlineMaturity: 0,
    situations: [],
    keywords: [],
    officeSlug: "",
    ...read,
    title: read.title,
    teaser: read.teaser ?? { de: "" },
  };
}

function organisationOf(element: XmlElement): object | undefined {
  const names = textsOf([
    ...all(first(element, "name"), "name"),
    ...all(element, "bezeichnung"),
  ]);
  const address = first(element, "anschrift");
  const communication = first(element, "kommunikation") ?? element;
  return (
    names && {
      names,
      street: [
        wordsOf(first(address, "strasse")),
        wordsOf(first(address, "hausnummer")),
      ]
        .filter((part) => part !== undefined)
        .join(" "),
      postcode: wordsOf(first(address, "postleitzahl")),
      town: wordsOf(first(address, "ort")),
      phone: wordsOf(first(communication, "telefon")),
      email: wordsOf(first(communication, "email")),
      hours: textsOf(all(element, "infoOeffnungszeitenText"))?.de,
    }
  );
}

function onlineServiceOf(
  element: XmlElement,
): { names: object; links: readonly NamedLink[] } | undefined {
  const names = textsOf(all(element, "bezeichnung"));
  const links = all(element, "link").flatMap(linkOf);
  return names && links.length > 0
    ? { names, links: links.map(({ url }) => ({ name: names, url })) }
    : undefined;
}

function zustaendigkeitOf(element: XmlElement): object {
  const inner = first(element, "zustaendigkeit") ?? element;
  return {
    organisationKey: idOf(
      first(inner, "organisationseinheitID") ??
        first(element, "organisationseinheitID"),
    ),
    role: codeOf(first(inner, "rolle")),
  };
}

/** Where a record answers for which Leistung; without an area everywhere. */
function areasOf(
  kind: EntryKind,
  element: XmlElement,
): readonly DirectoryArea[] {
  const parts =
    kind === "specialisation" ||
    (kind === "zustaendigkeit" && !first(element, "zustaendigkeit"))
      ? [element]
      : all(element, "zustaendigkeit");
  return parts
    .flatMap((part) => {
      const areas = [
        ...all(part, "gebietID"),
        ...all(part, "gueltigkeitGebietID"),
      ].map(arsOf);
      return all(part, "leistungID").flatMap((id) =>
        (areas.length > 0 ? areas : [""]).map((area) => ({
          leistungKey: idOf(id) ?? "",
          area,
        })),
      );
    })
    .filter(({ leistungKey }) => leistungKey !== "");
}

const levels = [0, 2, 3, 5, 9];

/** The part of an ARS that says something: that of a county without the zeros for its communes. Other keys of areas stay as they are. */
function arsOf(element: XmlElement): string {
  const key = wordsOf(element) ?? "";
  if (!/^\d{12}$/.test(key)) return key;
  const level = levels.find((length) => /^0*$/.test(key.slice(length)));
  return key.slice(0, level);
}
