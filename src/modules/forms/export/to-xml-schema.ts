import type {
  FormDefinition,
  FormElement,
  FormGroup,
  InputField,
  NumberField,
} from "../domain/form-definition.ts";
import { isAsked } from "../domain/to-json-schema.ts";
import { isInputField } from "../domain/visit.ts";
import { xmlNamespace, xmlRoot } from "../domain/xml-names.ts";
import { writeDocument, type XmlNode } from "./xml-node.ts";

/**
 * What `toXml` makes of answers that may be sent, as XML Schema 1.0: for receivers that check what they get. Names and types are those
 * that FIM's stylesheet gives a schema; text to read has no element. Conditions and patterns are not in it: whatever a condition can leave
 * out is not required here.
 * @see FIM-XSLT, XDF3_2_XFall 1.01
 */
export function toXmlSchema(definition: FormDefinition): string {
  const namespace = xmlNamespace(definition);
  const elements = definition.pages.flatMap((page) =>
    page.elements.flatMap((element) =>
      elementNodes(
        element,
        page.visibleWhen === undefined ? leastOf(element) : 0,
      ),
    ),
  );
  const root = xs("element", { name: xmlRoot(definition) }, [
    documentation(definition.title),
    xs("complexType", {}, [xs("sequence", {}, elements)]),
  ]);
  return writeDocument(
    xs(
      "schema",
      {
        "xmlns:xs": "http://www.w3.org/2001/XMLSchema",
        targetNamespace: namespace,
        xmlns: namespace,
        elementFormDefault: "qualified",
      },
      [root],
    ),
  );
}

/** How often the element is there at least, whatever else was answered. */
function leastOf(element: FormElement): number {
  return isAsked(element) ? element.cardinality.min : 0;
}

/** Nothing for text that is only read. */
function elementNodes(element: FormElement, least: number): readonly XmlNode[] {
  if (element.kind === "field" && !isInputField(element)) return [];
  const { max } = element.cardinality;
  return [
    xs(
      "element",
      {
        name: element.key,
        minOccurs: String(least),
        maxOccurs: max === null ? "unbounded" : String(max),
      },
      [
        documentation(element.label, listOf(element)),
        element.kind === "group" ? groupType(element) : valueType(element),
      ],
    ),
  ];
}

/** Of an Auswahlgruppe exactly one element is there; none where the one chosen may be left out. */
function groupType(group: FormGroup): XmlNode {
  const isChoice = group.choice === true;
  const inner = group.elements.flatMap((element) =>
    elementNodes(element, leastOf(element)),
  );
  const isOptional = isChoice && !group.elements.every(isAsked);
  return xs("complexType", {}, [
    xs(
      isChoice ? "choice" : "sequence",
      isOptional ? { minOccurs: "0" } : {},
      inner,
    ),
  ]);
}

function listOf(element: FormElement): string | undefined {
  if (element.kind === "group" || element.dataType !== "select")
    return undefined;
  return (
    element.codeList && `${element.codeList.urn}_${element.codeList.version}`
  );
}

function valueType(field: InputField): XmlNode {
  switch (field.dataType) {
    case "file":
      return fileType;
    case "select":
      return restriction(
        "token",
        field.options.map(({ code }) => ["enumeration", code]),
      );
    case "date":
      return restriction(
        "date",
        range(["minInclusive", field.minDate], ["maxInclusive", field.maxDate]),
      );
    case "number":
    case "currency":
      return restriction(
        numberTypes[field.dataType],
        range(
          ["minInclusive", field.minValue],
          ["maxInclusive", field.maxValue],
        ),
      );
    case "integer":
      return restriction("integer", wholeRange(field));
    case "text":
      return restriction(
        "string",
        range(
          ["minLength", Math.max(1, field.minLength ?? 1)],
          ["maxLength", field.maxLength],
        ),
      );
    default:
      return restriction(plainTypes[field.dataType], []);
  }
}

const numberTypes = { number: "float", currency: "decimal" } as const;

const plainTypes = {
  boolean: "boolean",
  consent: "boolean",
  time: "time",
  datetime: "dateTime",
  country: "string",
  location: "string",
} as const;

/** Between the limits that a source gave in fractions. */
function wholeRange({ minValue, maxValue }: NumberField): readonly Facet[] {
  return range(
    ["minInclusive", minValue === undefined ? undefined : Math.ceil(minValue)],
    ["maxInclusive", maxValue === undefined ? undefined : Math.floor(maxValue)],
  );
}

type Facet = readonly [name: string, value: string | number | undefined];

/** Limits that contradict each other, as some sources have them, would make the whole schema invalid. */
function range(from: Facet, to: Facet): readonly Facet[] {
  const [, min] = from;
  const [, max] = to;
  return min !== undefined && max !== undefined && min > max ? [] : [from, to];
}

function restriction(base: string, facets: readonly Facet[]): XmlNode {
  return xs("simpleType", {}, [
    xs(
      "restriction",
      { base: `xs:${base}` },
      facets.flatMap(([name, value]) =>
        value === undefined ? [] : [xs(name, { value: plain(value) }, [])],
      ),
    ),
  ]);
}

/** XML Schema's decimals and integers have no exponent. */
function plain(value: string | number): string {
  return typeof value === "string"
    ? value
    : value.toLocaleString("en", {
        useGrouping: false,
        maximumFractionDigits: 20,
      });
}

/** The file's id, with what is known of the file. */
const fileType: XmlNode = xs("complexType", {}, [
  xs("simpleContent", {}, [
    xs(
      "extension",
      { base: "xs:string" },
      ["filename", "mediaType", "sizeBytes", "sha256"].map((name) =>
        xs("attribute", { name, type: "xs:string", use: "required" }, []),
      ),
    ),
  ]),
]);

function documentation(label: string, list?: string): XmlNode {
  const text = list === undefined ? label : `${label} (${list})`;
  return xs("annotation", {}, [
    {
      name: "xs:documentation",
      attributes: { "xml:lang": "de" },
      content: text,
    },
  ]);
}

function xs(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: readonly XmlNode[],
): XmlNode {
  return { name: `xs:${name}`, attributes, content };
}
