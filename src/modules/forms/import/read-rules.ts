import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { FreeTextRule } from "../domain/form-definition.ts";
import { openElement, readCommonParts, readTimestamp } from "./common-parts.ts";
import { readCode } from "./read-code.ts";
import { readableText } from "./read-sequence.ts";
import type { SchemaReading } from "./schema-reading.ts";
import { supplementUri } from "./supplement.ts";
import {
  entriesOf,
  keptReferences,
  originalText,
  ownAttributes,
  present,
  unlessSame,
  type Details,
  type Entry,
} from "./source-details.ts";

type RuleReading = Pick<SchemaReading, "report" | "rules" | "dialect">;

/** Keeps the rules of an element as text: in practice their script is empty and the rule stands there in German. */
export function readRules(
  elements: readonly XmlElement[],
  reading: RuleReading,
  elementPath: string,
): void {
  for (const element of elements.filter((each) => !isRepeated(each))) {
    const { id, text, details } =
      reading.dialect.standard === "xdatenfelder-2.0"
        ? readCommonRule(element, reading)
        : readTypedRule(element, reading);
    reading.rules.push({
      id,
      text,
      elementPath,
      ...(Object.keys(details).length === 0 ? {} : { details }),
    });
    reading.report.within(id).warning("rule-untranslated", element, { text });
  }
}

/** Our own export tells conditions and checks once more as rules, for others to read. */
function isRepeated({ children }: XmlElement): boolean {
  return children.some(
    ({ name, attributes }) =>
      name === "stichwort" && attributes.get("uri") === supplementUri,
  );
}

type Rule = Pick<FreeTextRule, "id" | "text"> & { readonly details: Details };

// What editors of FIM write where there is no script.
const emptyScript = /^function\s+\w+\s*\(\s*\)\s*\{\s*\}$/;

/** 2.0: the common part and a script; the rule itself stands in `definition`. */
function readCommonRule(element: XmlElement, reading: RuleReading): Rule {
  const { children, source } = readCommonParts(
    element,
    reading.dialect.slots.rule,
    reading,
  );
  const text =
    children.text("definition") ||
    children.text("beschreibung") ||
    children.text("name");
  const script = originalText(children.find("script"));
  const {
    definition = "",
    beschreibung = "",
    ...details
  } = source.details ?? {};
  return {
    id: source.id,
    text,
    details: {
      ...details,
      ...present([
        ["version", source.version ?? ""],
        ["name", unlessSame(children.text("name"), text)],
        ["beschreibung", unlessSame(beschreibung, text)],
        ["freitextRegel", unlessSame(definition, text)],
        ["bezug", details["bezug"] ?? source.legalBasis ?? ""],
        ["skript", emptyScript.test(script) ? "" : script],
      ]),
    },
  };
}

/** 3.0.0: a type of its own. @see XDatenfelder 3.0.0, Regel */
function readTypedRule(element: XmlElement, reading: RuleReading): Rule {
  const { children, report, id, version } = openElement(
    element,
    reading.dialect.slots.rule,
    reading,
  );
  readTimestamp(children.find("letzteAenderung"), report);
  const text =
    children.text("freitextRegel") ||
    children.text("beschreibung") ||
    children.text("name");
  const original = (name: string): [string, string] => [
    name,
    originalText(children.find(name)),
  ];
  return {
    id,
    text,
    details: present([
      ["version", version],
      ["name", unlessSame(children.text("name"), text)],
      [
        "beschreibung",
        unlessSame(originalText(children.find("beschreibung")), text),
      ],
      [
        "freitextRegel",
        unlessSame(originalText(children.find("freitextRegel")), text),
      ],
      [
        "bezug",
        keptReferences(children.all("bezug")) || children.text("bezug"),
      ],
      ["stichwort", entriesOf(children.all("stichwort"))],
      original("fachlicherErsteller"),
      original("letzteAenderung"),
      ["typ", readCode(children.find("typ"), ["K", "M", "V", "B"], report)],
      [
        "param",
        entriesOf(children.all("param"), (param) => parameterEntry(param)),
      ],
      ["ziel", entriesOf(children.all("ziel"))],
      original("skript"),
      ["fehler", entriesOf(children.all("fehler"))],
    ]),
  };
}

/** Its type is plain text in the XSD and a code in the prose of the standard; both are read. */
function parameterEntry(element: XmlElement): Entry {
  const type = element.children.find(({ name }) => name === "typ");
  const code = type?.children.find(({ name }) => name === "code");
  return {
    text: readableText(code ?? type),
    attributes: Object.fromEntries(ownAttributes(element)),
  };
}
