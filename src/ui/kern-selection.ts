import {
  mapRules,
  parseCss,
  printCss,
  splitOutside,
  type CssItem,
  type CssRule,
} from "./css-rules.ts";
import { iconNames } from "./icon.ts";

/**
 * Blocks of KERN that our components use; everything else of its 340 KB is left out of the style sheet. A component that needs another block
 * adds it here, otherwise it has no look.
 */
const usedBlocks: ReadonlySet<string> = new Set([
  "kern-accordion",
  "kern-alert",
  "kern-badge",
  "kern-body",
  "kern-btn",
  "kern-btn-wrapper",
  "kern-card",
  "kern-dark",
  "kern-description-list",
  "kern-description-list-item",
  "kern-error",
  "kern-fieldset",
  "kern-form-check",
  "kern-form-input",
  "kern-heading-large",
  "kern-heading-medium",
  "kern-heading-small",
  "kern-heading-x-large",
  "kern-hint",
  "kern-icon",
  "kern-input-group",
  "kern-input-group-text",
  "kern-label",
  "kern-light",
  "kern-link",
  "kern-list",
  "kern-preline",
  "kern-progress",
  "kern-sr-only",
  "kern-table",
  "kern-title",
]);

const usedIcons: ReadonlySet<string> = new Set([
  ...iconNames,
  "default",
  "small",
  "large",
  "x-large",
]);

/** Selectors under which KERN keeps the colours of a chosen theme. */
const themeSelectors = {
  dark: ["[data-kern-theme=dark]", ".kern-dark"],
  light: ["[data-kern-theme=light]", ".kern-light"],
} as const;

export type KernStyles = {
  /** Rules of the used blocks; colours follow the device (`prefers-color-scheme`). */
  readonly items: readonly CssItem[];
  /** Declarations that make a page dark or light whatever the device says. */
  readonly theme: Readonly<Record<"dark" | "light", string>>;
};

/** Picks what we use out of KERN's compiled style sheet. Throws when KERN no longer has the rules of a theme. */
export function selectKernStyles(kernCss: string): KernStyles {
  const all = parseCss(kernCss);
  return {
    items: mapRules(all, keepUsed),
    theme: {
      dark: themeDeclarations(all, themeSelectors.dark),
      light: themeDeclarations(all, themeSelectors.light),
    },
  };
}

/** Takes out custom properties nobody reads, and fall-backs of those that are set anyway. */
export function pruneCustomProperties(
  items: readonly CssItem[],
): readonly CssItem[] {
  const css = printCss(items);
  const read = new Set(matches(css, /var\((--[\w-]+)/g));
  const set = new Set(matches(css, /[{;](--[\w-]+):/g));
  const pruned = mapRules(items, ({ selector, body }) => ({
    selector,
    body: withoutFallbacks(onlyRead(body, read), set),
  }));
  return printCss(pruned).length === css.length
    ? pruned
    : pruneCustomProperties(pruned);
}

/** The same for declarations outside a rule, such as those of a theme. */
export function keepReadProperties(declarations: string, css: string): string {
  const read = new Set(matches(css, /var\((--[\w-]+)/g));
  return onlyRead(declarations, read);
}

function keepUsed(rule: CssRule): CssRule | undefined {
  if (rule.selector.startsWith("@")) return rule;
  const kept = splitOutside(rule.selector, ",").filter(isUsedSelector);
  if (kept.length === 0) return undefined;
  const body = splitOutside(rule.body, ";")
    // Each icon would stand in the file twice; browsers know the name without prefix since 2023.
    .filter((declaration) => !declaration.startsWith("-webkit-mask"))
    .join(";");
  return { selector: kept.join(","), body };
}

function isUsedSelector(selector: string): boolean {
  const themes: readonly string[] = [
    ...themeSelectors.dark,
    ...themeSelectors.light,
  ];
  if (themes.includes(selector)) return false;
  return matches(selector, /\.(kern-[\w-]+)/g).every(isUsedClass);
}

function isUsedClass(className: string): boolean {
  const [block = "", modifier] = className.split(/__|--/);
  if (!usedBlocks.has(block)) return false;
  return block !== "kern-icon" || !modifier || usedIcons.has(modifier);
}

function themeDeclarations(
  items: readonly CssItem[],
  selectors: readonly string[],
): string {
  const declarations = items
    .filter((item): item is CssRule => "selector" in item)
    .filter(({ selector }) =>
      splitOutside(selector, ",").some((part) => selectors.includes(part)),
    )
    .flatMap(({ body }) => splitOutside(body, ";"))
    .filter((declaration) => declaration.startsWith("--"));
  if (declarations.length === 0) {
    throw new Error(
      `KERN's style sheet has no rule ${selectors.join(", ")}; see the change log of @kern-ux/native`,
    );
  }
  return declarations.join(";");
}

function isRead(declaration: string, read: ReadonlySet<string>): boolean {
  if (!declaration.startsWith("--")) return true;
  const name = declaration.slice(0, declaration.indexOf(":"));
  return read.has(name);
}

function onlyRead(body: string, read: ReadonlySet<string>): string {
  if (!/(?:^|;)--/.test(body)) return body;
  return splitOutside(body, ";")
    .filter((declaration) => isRead(declaration, read))
    .join(";");
}

function withoutFallbacks(body: string, set: ReadonlySet<string>): string {
  return body.replaceAll(
    /var\((--[\w-]+),[^()]*\)/g,
    (whole: string, name: string) => (set.has(name) ? `var(${name})` : whole),
  );
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}
