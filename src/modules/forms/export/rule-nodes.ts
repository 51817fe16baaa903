import type {
  Check,
  FormDefinition,
  FormElement,
  FreeTextRule,
} from "../domain/form-definition.ts";
import { formsTexts } from "../i18n/texts.ts";
import { readEntries, type Details } from "../import/source-details.ts";
import { repeatedRule, supplementUri } from "../import/supplement.ts";
import {
  identification,
  keywordNode,
  latinNode,
  pick,
  referenceNodes,
  threePartVersion,
} from "./common-nodes.ts";
import { ownId, ruleId, type FimIds } from "./fim-id.ts";
import { toLatin } from "./latin.ts";
import { fimCode, maybeNode, node, type XmlNode } from "./xml-node.ts";

type Rules = ReadonlyMap<string, readonly XmlNode[]>;

/**
 * Every rule as a regel, by the path of the element it hangs on. Rules of FIM as they came; conditions, computations and checks of ours
 * too, so that others can read them: their expression is the script. Our own reader takes those from the supplements instead.
 */
export function ruleNodes(
  definition: FormDefinition,
  ids: FimIds,
  changedAt: string,
): Rules {
  const rules = new Map<string, XmlNode[]>();
  const add = (path: string, rule: XmlNode) => {
    const place = ids.elements.has(path) ? path : "";
    rules.set(place, [...(rules.get(place) ?? []), rule]);
  };
  const { untranslatedRules, translatedRules = [], checks = [] } = definition;
  for (const rule of [...untranslatedRules, ...translatedRules])
    add(rule.elementPath, freeTextNode(rule, changedAt));
  for (const check of checks)
    add(check.elementPath, checkNode(check, ids, changedAt));
  const elements = definition.pages.flatMap((page) => page.elements);
  for (const { path, element } of withPaths(elements, "")) {
    const target = ids.elements.get(path) ?? "";
    for (const rule of conditionsOf(element, path))
      add(path, ownNode({ ...rule, target }, changedAt));
  }
  return rules;
}

function withPaths(
  elements: readonly FormElement[],
  prefix: string,
): { readonly path: string; readonly element: FormElement }[] {
  return elements.flatMap((element) => {
    const path = `${prefix}${element.key}`;
    return element.kind === "group"
      ? [{ path, element }, ...withPaths(element.elements, `${path}.`)]
      : [{ path, element }];
  });
}

/** @see XDatenfelder 3.0.0, Regel */
function freeTextNode(
  { id, text, details = {} }: FreeTextRule,
  changedAt: string,
): XmlNode {
  return node("regel", [
    identification(ruleId(id), threePartVersion(details["version"])),
    node("name", toLatin(details["name"] ?? text)),
    ...latinNode("beschreibung", details["beschreibung"]),
    ...latinNode("freitextRegel", originalText(details, text)),
    ...referenceNodes(details["bezug"], undefined),
    ...readEntries(details["stichwort"]).map(keywordNode),
    ...latinNode(
      "fachlicherErsteller",
      details["fachlicherErsteller"] ?? details["statusGesetztDurch"],
    ),
    node("letzteAenderung", details["letzteAenderung"] ?? changedAt),
    fimTyp(details["typ"] ?? "K"),
    ...readEntries(details["param"]).map(parameterNode),
    ...readEntries(details["ziel"]).map(({ attributes = {} }) =>
      targetNode(attributes),
    ),
    ...maybeNode("skript", details["skript"]),
    ...readEntries(details["fehler"])
      .filter(({ attributes }) => /^\d{1,9}$/.test(attributes?.["code"] ?? ""))
      .map(({ text: message, attributes = {} }) =>
        node("fehler", message, pick(attributes, ["code"])),
      ),
  ]);
}

function originalText(details: Details, text: string): string {
  const kept = details["freitextRegel"];
  return kept !== undefined && kept.replaceAll(/\s+/g, " ").trim() === text
    ? kept
    : text;
}

function fimTyp(code: string): XmlNode {
  const typ = fimCode("regeltyp", code);
  return { ...typ, name: "xdf:typ" };
}

const parameterTypes = ["wert", "anzahl", "objekt", "selektor"];

function parameterNode({
  text,
  attributes = {},
}: ReturnType<typeof readEntries>[number]): XmlNode {
  const type = parameterTypes.includes(text) ? text : "wert";
  return {
    ...targetNode(attributes),
    name: "xdf:param",
    content: [node("typ", type)],
  };
}

function targetNode(attributes: Readonly<Record<string, string>>): XmlNode {
  return node("ziel", "", {
    element: attributes["element"] ?? "",
    name: attributes["name"] ?? "",
  });
}

type OwnRule = {
  readonly name: string;
  readonly text: string;
  /** V: a check, M: whether something is asked, B: a computation. */
  readonly typ: "V" | "M" | "B";
  readonly script: string;
  /** Id of the element it works on. */
  readonly target: string;
  readonly message?: string;
};

function ownNode(rule: OwnRule, changedAt: string): XmlNode {
  return node("regel", [
    identification(ownId("R", rule.name), "1.0.0"),
    node("name", toLatin(rule.name)),
    ...latinNode("freitextRegel", rule.text),
    keywordNode({ text: repeatedRule, attributes: { uri: supplementUri } }),
    node("letzteAenderung", changedAt),
    fimTyp(rule.typ),
    ...(rule.target === ""
      ? []
      : [targetNode({ element: rule.target, name: "ziel" })]),
    node("skript", rule.script),
    ...(rule.message === undefined
      ? []
      : [node("fehler", rule.message, { code: "1" })]),
  ]);
}

function checkNode(check: Check, ids: FimIds, changedAt: string): XmlNode {
  return ownNode(
    {
      name: check.id,
      text: check.message,
      typ: "V",
      script: check.rule,
      target: ids.elements.get(check.elementPath) ?? "",
      message: check.message,
    },
    changedAt,
  );
}

/** FIM is German, whatever language the editor has. */
const t = formsTexts("de");

function conditionsOf(
  element: FormElement,
  path: string,
): Omit<OwnRule, "target">[] {
  const properties = new Map<string, unknown>(Object.entries(element));
  const kinds = [
    ["visibleWhen", "M"],
    ["requiredWhen", "M"],
    ["computed", "B"],
  ] as const;
  return kinds.flatMap(([name, typ]) => {
    const script = properties.get(name);
    if (typeof script !== "string") return [];
    const text = t(`export.${name}`, { label: element.label, rule: script });
    return [{ name: `${path} ${name}`, typ, script, text }];
  });
}
