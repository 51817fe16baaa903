import type { FormPage } from "../../domain/form-definition.ts";
import type { Expression } from "../engine/expression.ts";
import type { RuleFinding } from "./finding.ts";
import {
  namesIn,
  referencesOf,
  withDescendants,
  type FormIndex,
  type Node,
} from "./form-index.ts";

/** What the value or the visibility of something is worked out from. */
type Fact = {
  readonly of: Node | FormPage;
  readonly asks: "value" | "visible";
};

type Search = {
  readonly index: FormIndex;
  readonly parse: (rule: string) => Expression | undefined;
  readonly facts: Map<string, Fact>;
};

/** Rules that need each other in a circle, each circle once. */
export function findCycles(
  index: FormIndex,
  parse: (rule: string) => Expression | undefined,
): RuleFinding[] {
  const search: Search = { index, parse, facts: new Map() };
  const findings: RuleFinding[] = [];
  const done = new Set<Fact>();
  const reported = new Set<string>();
  for (const node of index.byPath.values())
    visit(fact(search, node, "value"), []);
  return findings;

  function visit(current: Fact, chain: readonly Fact[]): void {
    const start = chain.indexOf(current);
    if (start >= 0) {
      report(chain.slice(start));
      return;
    }
    if (done.has(current)) return;
    for (const next of needsOf(search, current))
      visit(next, [...chain, current]);
    done.add(current);
  }

  function report(circle: readonly Fact[]): void {
    const names = circle.map(({ of }) => nameOf(of));
    const steps = names.filter((name, at) => name !== names.at(at - 1));
    const shown = steps.length === 0 ? names.slice(0, 1) : steps;
    const id = [...shown].sort().join("\n");
    if (reported.has(id)) return;
    reported.add(id);
    const [first] = circle;
    findings.push({
      severity: "error",
      code: "cycle",
      place:
        first && "path" in first.of
          ? { kind: "element", at: first.of.path }
          : { kind: "page", at: first ? nameOf(first.of) : "" },
      params: { chain: [...shown, shown[0] ?? ""].join(" → ") },
    });
  }
}

function nameOf(of: Node | FormPage): string {
  return "path" in of ? of.element.label : (of.title ?? of.key);
}

function fact(
  { facts }: Search,
  of: Node | FormPage,
  asks: Fact["asks"],
): Fact {
  const id = `${asks} ${"path" in of ? of.path : `page:${of.key}`}`;
  const known = facts.get(id);
  if (known) return known;
  const made = { of, asks };
  facts.set(id, made);
  return made;
}

function needsOf(search: Search, { of, asks }: Fact): readonly Fact[] {
  if (!("path" in of)) return valuesIn(search, of.visibleWhen, undefined);
  const { element, parent, page } = of;
  if (asks === "value")
    return [
      fact(search, of, "visible"),
      ...valuesIn(
        search,
        element.kind === "field" ? element.computed : undefined,
        parent,
      ),
    ];
  const around = parent ?? page;
  return [
    ...(around ? [fact(search, around, "visible")] : []),
    ...valuesIn(search, element.visibleWhen, parent),
  ];
}

function valuesIn(
  search: Search,
  rule: string | undefined,
  scope: Node | undefined,
): readonly Fact[] {
  const expression = rule === undefined ? undefined : search.parse(rule);
  if (!expression) return [];
  const names = namesIn(search.index, scope);
  const { nodes, wholes } = referencesOf(expression, names);
  const inside = [...wholes].flatMap((group) =>
    withDescendants(group).slice(1),
  );
  return [
    ...[...nodes].map((node) => fact(search, node, "value")),
    // Only what is visible in a group counts as answered.
    ...inside.map((node) => fact(search, node, "visible")),
  ];
}
