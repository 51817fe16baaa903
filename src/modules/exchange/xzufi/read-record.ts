import type { XmlRecord } from "../../../platform/xml/stream-xml.ts";
import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type {
  LeistungContent,
  OnlineService,
} from "../../catalogue/content.ts";
import type {
  DirectoryArea,
  DirectoryRecord,
  EntryKind,
} from "../domain/directory.ts";
import { all, codeOf, first, idOf, textsOf, wordsOf } from "./elements.ts";
import { levelOf } from "./level-codes.ts";
import { readContent } from "./read-leistung.ts";
import { germanLinksOf } from "./read-links.ts";
import { readOrganisation } from "./read-organisation.ts";
import { remarksOn, type Remark } from "./remarks.ts";

/** Why a record is left out. */
export type RecordProblem =
  | "unknown-element"
  | "no-id"
  | "no-german-name"
  | "too-long";

/** What a record of a transfer message says; `ignored` for what a catalogue does not need, such as the head of the message. */
export type ReadRecord =
  | {
      readonly kind: "record";
      readonly record: DirectoryRecord;
      /** What of it does not arrive as it was sent. */
      readonly remarks: readonly Remark[];
    }
  | { readonly kind: "problem"; readonly problem: RecordProblem }
  | { readonly kind: "ignored" };

const kinds: ReadonlyMap<string, EntryKind> = new Map([
  ["leistung", "leistung"],
  ["spezialisierung", "specialisation"],
  ["leistungspezialisierung", "specialisation"],
  ["organisationseinheit", "organisation"],
  ["onlinedienst", "online-service"],
  ["zustaendigkeit", "zustaendigkeit"],
  ["zustaendigkeittransferobjekt", "zustaendigkeit"],
  ["zustaendigkeitorganisationseinheit", "zustaendigkeit"],
  ["zustaendigkeitonlinedienst", "zustaendigkeit"],
]);

/** Objects of the standard that this catalogue has no place for. */
const otherObjects = ["formular", "gebiet", "textbaustein", "kontaktsystem"];

/** One record of `schreibe` or `loesche`. Version 2.2 and 2.3 are read alike; what neither knows is a problem, not a guess. */
export function readRecord(given: XmlRecord): ReadRecord {
  const { parent, element } = given;
  if (parent !== "schreibe" && parent !== "loesche") return { kind: "ignored" };
  const isGone = parent === "loesche";
  const name = isGone ? goneName(given) : element.name.toLowerCase();
  if (name === undefined) return { kind: "ignored" };
  const kind = kinds.get(name);
  if (!kind)
    return otherObjects.includes(name)
      ? { kind: "ignored" }
      : { kind: "problem", problem: "unknown-element" };
  const key = keyOf(element, { kind, isGone });
  if (key === undefined) return { kind: "problem", problem: "no-id" };
  if (key.length > longestKey) return { kind: "problem", problem: "too-long" };
  return isGone
    ? {
        kind: "record",
        record: { kind, key, content: null, areas: [] },
        remarks: [],
      }
    : readWritten(element, { kind, key });
}

/**
 * What is to go: `loesche` says it in `klasse` and has the id inside, so the PVOG; a `leistungID` or a whole `leistung` inside is understood, too.
 * Undefined for what else stands beside the id.
 */
function goneName({
  parentAttributes,
  element,
}: XmlRecord): string | undefined {
  const given = parentAttributes.get("klasse")?.trim();
  if (given === undefined) return element.name.replace(/ID$/, "").toLowerCase();
  if (element.name !== "id") return undefined;
  return given.replace(/^.*:/, "").toLowerCase();
}

/** A Zuständigkeit that travels on its own has its id one level further inside. */
function keyOf(
  element: XmlElement,
  { kind, isGone }: { readonly kind: EntryKind; readonly isGone: boolean },
): string | undefined {
  const inner =
    kind === "zustaendigkeit"
      ? first(element, "zustaendigkeit", "id")
      : undefined;
  const id = first(element, "id") ?? inner;
  return idOf(id ?? (isGone ? element : undefined));
}

const longestKey = 300;

function readWritten(
  element: XmlElement,
  { kind, key }: { readonly kind: EntryKind; readonly key: string },
): ReadRecord {
  const content = readers[kind](element);
  if (!content) return { kind: "problem", problem: "no-german-name" };
  const areas = areasOf(kind, element);
  const remarks = remarksOn(element);
  return { kind: "record", record: { kind, key, content, areas }, remarks };
}

const readers: Readonly<
  Record<EntryKind, (element: XmlElement) => object | undefined>
> = {
  leistung: leistungOf,
  specialisation: readContent,
  organisation: readOrganisation,
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

function onlineServiceOf(
  element: XmlElement,
): { names: object; links: readonly OnlineService[] } | undefined {
  const names = textsOf(all(element, "bezeichnung"));
  const links = germanLinksOf(all(element, "link"));
  if (!names || links.length === 0) return undefined;
  const assuranceLevel = levelOf(codeOf(first(element, "vertrauensniveau")));
  const isOnlyOne = links.length === 1;
  return {
    names,
    links: links.map(({ name, url }) => ({
      name: isOnlyOne || name === undefined ? names : name,
      url,
      ...(assuranceLevel !== undefined && { assuranceLevel }),
    })),
  };
}

/** Whose it is: of an Organisationseinheit, or of an online service where its id says so; those of the PVOG name only the object above. */
function zustaendigkeitOf(element: XmlElement): object {
  const inner = first(element, "zustaendigkeit") ?? element;
  const named = (name: string) =>
    idOf(first(inner, name) ?? first(element, name));
  const above = idOf(first(element, "uebergeordnetesObjektID"));
  const scheme = first(inner, "id")?.attributes.get("schemeID") ?? "";
  const isOfService = /onlinedienst/i.test(scheme);
  return {
    organisationKey:
      named("organisationseinheitID") ?? (isOfService ? undefined : above),
    serviceKey: named("onlinedienstID") ?? (isOfService ? above : undefined),
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
