import { diffForms, type FormChange } from "../diff-forms.ts";
import type { FormDefinition } from "../form-definition.ts";
import { ownProperty } from "./layers.ts";
import type { ElementChange, Overlay } from "./overlay.ts";

/** Where a newer version of a form and an overlay of the older one meet. */
export type RebaseConflict = {
  /**
   * - `removed`: what the overlay changes is no longer there; the change was taken out
   * - `moved`: it stands elsewhere now; the change went along
   * - `changed-below`: the form itself changed what the overlay replaces; the overlay still replaces it
   * - `rule-removed`, `rule-changed`: the rule in words is gone or another one; the note that something applies it was taken out
   * - `check-lost`: the field of a check is gone; the check stays and must be mended
   */
  readonly kind:
    | "removed"
    | "moved"
    | "changed-below"
    | "rule-removed"
    | "rule-changed"
    | "check-lost";
  /** Element path, `rule:<id>` or `check:<id>`. */
  readonly place: string;
  /** What the form changed, where one can say it. */
  readonly change?: FormChange;
};

export type RebasedOverlay = {
  /** Written for the newer version. */
  readonly overlay: Overlay;
  readonly conflicts: readonly RebaseConflict[];
};

/** Three-way merge: what changed between two versions of a form is applied to an overlay of the older one. */
export function rebaseOverlay(
  older: FormDefinition,
  newer: {
    readonly definition: FormDefinition;
    readonly formVersionId: string;
  },
  overlay: Overlay,
): RebasedOverlay {
  const changes = diffForms(older, newer.definition);
  const conflicts: RebaseConflict[] = [];
  const moves = movesOf(changes);
  const removed = changes.flatMap((change) =>
    change.kind === "removed" ? [change] : [],
  );
  const elements = rebaseElements(overlay, {
    changes,
    moves,
    removed,
    conflicts,
  });
  const translatedRules = rebaseRules(overlay, changes, conflicts);
  const checks = rebaseChecks(overlay, { moves, removed, conflicts });
  return {
    overlay: {
      ...overlay,
      basedOn: {
        version: newer.definition.version,
        formVersionId: newer.formVersionId,
      },
      ...(elements ? { elements } : {}),
      ...(translatedRules ? { translatedRules } : {}),
      ...(checks ? { checks } : {}),
      ...rebasePages(overlay, newer.definition),
      ...rebaseTranslations(overlay, { moves, removed }),
    },
    conflicts,
  };
}

type Removed = Extract<FormChange, { kind: "added" | "removed" }>;

type Rebase = {
  readonly moves: ReadonlyMap<string, string>;
  readonly removed: readonly Removed[];
  readonly conflicts: RebaseConflict[];
};

/** Old path to new path, of elements that went into another group. */
function movesOf(changes: readonly FormChange[]): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap((change) =>
      change.kind === "moved" && change.from !== change.path
        ? [[change.from, change.path] as const]
        : [],
    ),
  );
}

/** Where an element of the older form is now: with the group it stands in, if that moved. */
function placeNow(path: string, moves: Rebase["moves"]): string {
  const keys = path.split(".");
  for (let length = keys.length; length > 0; length -= 1) {
    const to = moves.get(keys.slice(0, length).join("."));
    if (to !== undefined) return [to, ...keys.slice(length)].join(".");
  }
  return path;
}

function rebaseElements(
  { elements }: Overlay,
  rebase: Rebase & { readonly changes: readonly FormChange[] },
): Overlay["elements"] {
  if (!elements) return undefined;
  const { moves, removed, conflicts, changes } = rebase;
  const kept = Object.entries(elements).flatMap(([path, change]) => {
    const gone = removed.find((each) => isIn(path, each.path));
    if (gone) {
      conflicts.push({ kind: "removed", place: path, change: gone });
      return [];
    }
    const now = placeNow(path, moves);
    if (now !== path) conflicts.push({ kind: "moved", place: now });
    for (const each of changes)
      if ("path" in each && each.path === now && touches(each, change))
        conflicts.push({ kind: "changed-below", place: now, change: each });
    return [[now, change] as const];
  });
  return Object.fromEntries(kept);
}

function isIn(path: string, group: string): boolean {
  return path === group || path.startsWith(`${group}.`);
}

/** The form changed the very thing that the overlay replaces. */
function touches(change: FormChange, own: ElementChange | null): boolean {
  const names =
    change.kind === "behaviour"
      ? [change.name]
      : (replacedBy.get(change.kind) ?? []);
  const said = new Set(Object.keys(own ?? {}));
  return names.some((name) => said.has(name));
}

/** What of an overlay stands in the place of what a form says, by kind of the form's change. */
const replacedBy: ReadonlyMap<
  FormChange["kind"],
  readonly (keyof ElementChange)[]
> = new Map([
  ["label", ["label", "drop"]],
  ["help", ["help"]],
  ["cardinality", ["cardinality", "drop"]],
  ["type", ["type", "initialValue"]],
  ["constraint", ["type", "initialValue"]],
  ["content", ["type"]],
  ["option-added", ["type"]],
  ["option-removed", ["type", "initialValue"]],
  ["option-renamed", ["type"]],
]);

function rebaseRules(
  { translatedRules }: Overlay,
  changes: readonly FormChange[],
  conflicts: RebaseConflict[],
): Overlay["translatedRules"] {
  if (!translatedRules) return undefined;
  const kept = Object.entries(translatedRules).filter(([id]) => {
    const change = changes.find(
      (each) =>
        (each.kind === "rule-removed" || each.kind === "rule-changed") &&
        each.ruleId === id,
    );
    if (change?.kind !== "rule-removed" && change?.kind !== "rule-changed")
      return true;
    conflicts.push({ kind: change.kind, place: `rule:${id}`, change });
    return false;
  });
  return Object.fromEntries(kept);
}

function rebaseChecks(
  { checks }: Overlay,
  { moves, removed, conflicts }: Rebase,
): Overlay["checks"] {
  if (!checks) return undefined;
  return Object.fromEntries(
    Object.entries(checks).map(([id, check]) => {
      if (!check) return [id, check];
      if (removed.some((each) => isIn(check.elementPath, each.path)))
        conflicts.push({ kind: "check-lost", place: `check:${id}` });
      const elementPath = placeNow(check.elementPath, moves);
      return [id, { ...check, elementPath }];
    }),
  );
}

/** What is no longer at the top level stands on no page by itself. */
function rebasePages(
  { pages }: Overlay,
  newer: FormDefinition,
): Pick<Overlay, "pages"> {
  if (!pages) return {};
  const known = new Set(
    newer.pages.flatMap(({ elements }) => elements.map(({ key }) => key)),
  );
  return {
    pages: Object.fromEntries(
      Object.entries(pages).map(([key, change]) => [
        key,
        change?.elements
          ? {
              ...change,
              elements: change.elements.filter((each) => known.has(each)),
            }
          : change,
      ]),
    ),
  };
}

function rebaseTranslations(
  { translations }: Overlay,
  { moves, removed }: Pick<Rebase, "moves" | "removed">,
): Pick<Overlay, "translations"> {
  if (!translations) return {};
  return {
    translations: Object.fromEntries(
      Object.keys(translations)
        .filter((place) => !removed.some((each) => isIn(place, each.path)))
        .map((place) => [
          placeNow(place, moves),
          ownProperty(translations, place) ?? {},
        ]),
    ),
  };
}
