import type {
  Check,
  FormDefinition,
  FormElement,
  FreeTextRule,
} from "../form-definition.ts";
import { findElement, listPaths } from "./element-paths.ts";
import type { OverlayFinding } from "./finding.ts";
import { ownProperty, type Layers, type Place } from "./layers.ts";
import type { ElementTranslation, RuleTranslation } from "./overlay.ts";

type Rules = Pick<
  FormDefinition,
  "checks" | "untranslatedRules" | "translatedRules"
>;

/** Checks between fields, and which of the rules in free text are applied by now. Says at the end all that was found. */
export function applyToRules(
  base: FormDefinition,
  refined: FormDefinition,
  layers: Layers,
): { readonly rules: Rules; readonly findings: readonly OverlayFinding[] } {
  const elements = refined.pages.flatMap((page) => page.elements);
  const paths = new Set(listPaths(elements, ""));
  const checks = checksOf(base, paths, layers);
  const isApplied = (translation: RuleTranslation) =>
    applies(translation, { checks, elements });
  const { untranslatedRules, translatedRules } = rulesOf(
    base,
    isApplied,
    layers,
  );
  return {
    rules: {
      untranslatedRules,
      ...(checks.length > 0 ? { checks } : {}),
      ...(translatedRules.length > 0 ? { translatedRules } : {}),
    },
    findings: layers.findings,
  };
}

function checksOf(
  base: FormDefinition,
  paths: ReadonlySet<string>,
  layers: Layers,
): Check[] {
  const given = base.checks ?? [];
  const ids = new Set([
    ...given.map(({ id }) => id),
    ...layers.keysOf((overlay) => overlay.checks),
  ]);
  return [...ids].flatMap((id) => {
    const content = layers.nearest(({ checks }) => ownProperty(checks, id));
    const check = content
      ? { id, ...content }
      : given.find((each) => each.id === id);
    if (!check) return [];
    if (check.elementPath === "" || paths.has(check.elementPath))
      return [check];
    layers.report("check-element-unknown", atCheck(id), {
      element: check.elementPath,
    });
    return [];
  });
}

function rulesOf(
  base: FormDefinition,
  isApplied: (translation: RuleTranslation) => boolean,
  layers: Layers,
) {
  const translationOf = (id: string) =>
    layers.nearest(({ translatedRules }) => ownProperty(translatedRules, id));
  const all = [...base.untranslatedRules, ...(base.translatedRules ?? [])];
  const applied = new Set<string>();
  for (const id of layers.keysOf(({ translatedRules }) => translatedRules)) {
    const translation = translationOf(id);
    if (!translation) continue;
    if (!all.some((rule) => rule.id === id))
      layers.report("rule-unknown", atRule(id));
    else if (isApplied(translation)) applied.add(id);
    else layers.report("rule-applied-by-nothing", atRule(id));
  }
  const isTranslated = ({ id }: FreeTextRule) => applied.has(id);
  return {
    untranslatedRules: base.untranslatedRules.filter(
      (rule) => !isTranslated(rule),
    ),
    translatedRules: [
      ...(base.translatedRules ?? []),
      ...base.untranslatedRules.filter(isTranslated),
    ],
  };
}

type Refined = {
  readonly checks: readonly Check[];
  readonly elements: readonly FormElement[];
};

/** A rule counts as applied only while there is something that does it. */
function applies(
  translation: RuleTranslation,
  { checks, elements }: Refined,
): boolean {
  if (translation.by === "not-needed") return true;
  if (translation.by === "check")
    return checks.some(({ id }) => id === translation.target);
  const element = findElement(elements, translation.target);
  return element !== undefined && carries(element, translation.by);
}

function carries(element: FormElement, by: ElementTranslation): boolean {
  if (by === "cardinality") return true;
  if (by === "visibleWhen") return element.visibleWhen !== undefined;
  if (element.kind === "group") return false;
  return by === "type" || element[by] !== undefined;
}

function atCheck(id: string): Place {
  return {
    place: `check:${id}`,
    read: ({ checks }) => ownProperty(checks, id),
  };
}

function atRule(id: string): Place {
  return {
    place: `rule:${id}`,
    read: ({ translatedRules }) => ownProperty(translatedRules, id),
  };
}
