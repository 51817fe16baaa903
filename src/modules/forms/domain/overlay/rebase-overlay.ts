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
   * - `page-lost`: the page is no longer there; what the overlay says of it was taken out
   * - `page-shorter`: something the overlay put on the page is gone
   * - `translation-lost`: what is translated is gone; the translation was taken out
   * - `translation-outdated`: the German text is another one; the translation stays
   */
  readonly kind:
    | "removed"
    | "moved"
    | "changed-below"
    | "rule-removed"
    | "rule-changed"
    | "check-lost"
    | "page-lost"
    | "page-shorter"
    | "translation-lost"
    | "translation-outdated";
  /** Element path, empty for the form, `page:<key>`, `rule:<id>` or `check:<id>`. */
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
      ...rebasePages(overlay, { older, newer: newer.definition, conflicts }),
      ...rebaseTranslations(overlay, {
        changes,
        moves,
        removed,
        isLost: (place) => isPageLost(place, older, newer.definition),
        conflicts,
      }),
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

/** What is no longer at the top level stands on no page by itself; a page the form no longer has goes unless the overlay fills it. */
function rebasePages(
  { pages }: Overlay,
  { older, newer, conflicts }: Versions,
): Pick<Overlay, "pages"> {
  if (!pages) return {};
  const known = topKeys(newer);
  const kept = Object.entries(pages).flatMap(([key, change]) => {
    const place = `page:${key}`;
    const given = change?.elements ?? [];
    const elements = given.filter((each) => known.has(each));
    if (elements.length === 0 && isPageLost(place, older, newer)) {
      conflicts.push({ kind: "page-lost", place });
      return [];
    }
    if (elements.length < given.length)
      conflicts.push({ kind: "page-shorter", place });
    const isSaid = given.length > 0;
    return [[key, isSaid ? { ...change, elements } : change] as const];
  });
  return { pages: Object.fromEntries(kept) };
}

type Versions = {
  readonly older: FormDefinition;
  readonly newer: FormDefinition;
  readonly conflicts: RebaseConflict[];
};

function topKeys({ pages }: FormDefinition): ReadonlySet<string> {
  return new Set(
    pages.flatMap(({ elements }) => elements.map(({ key }) => key)),
  );
}

/** True for a page of the older form that the newer one does not have. */
function isPageLost(
  place: string,
  older: FormDefinition,
  newer: FormDefinition,
): boolean {
  const isPage = ({ key }: { readonly key: string }) => place === `page:${key}`;
  return older.pages.some(isPage) && !newer.pages.some(isPage);
}

function rebaseTranslations(
  { translations, pages }: Overlay,
  rebase: Rebase & {
    readonly changes: readonly FormChange[];
    readonly isLost: (place: string) => boolean;
  },
): Pick<Overlay, "translations"> {
  if (!translations) return {};
  const { changes, moves, removed, isLost, conflicts } = rebase;
  const isOwnPage = (place: string) =>
    (ownProperty(pages, place.replace(/^page:/, ""))?.elements ?? []).length >
    0;
  const kept = Object.keys(translations).flatMap((place) => {
    const gone = removed.find((each) => isIn(place, each.path));
    if (gone || (isLost(place) && !isOwnPage(place))) {
      conflicts.push({
        kind: "translation-lost",
        place,
        ...(gone ? { change: gone } : {}),
      });
      return [];
    }
    const now = placeNow(place, moves);
    for (const change of changes)
      if (textChanges.has(change.kind) && isAt(change, now))
        conflicts.push({ kind: "translation-outdated", place: now, change });
    return [[now, ownProperty(translations, place) ?? {}] as const];
  });
  return { translations: Object.fromEntries(kept) };
}

/** Changes of what is translated. */
const textChanges: ReadonlySet<FormChange["kind"]> = new Set([
  "title",
  "label",
  "help",
  "content",
  "option-renamed",
]);

function isAt(change: FormChange, path: string): boolean {
  return change.kind === "title"
    ? path === ""
    : "path" in change && change.path === path;
}
