import type { Locale } from "../../platform/i18n/texts.ts";
import type { Portal } from "../tenants/index.ts";

/** One thing a mandate can be given for, with its name for people. */
export type ScopeChoice = { readonly key: string; readonly label: string };

/** What a mandate can be given for besides everything: life situations, and Leistungen of the portal one is on. */
export type ScopeChoices = {
  readonly kinds: readonly ScopeChoice[];
  /** Keys as `leistungKey` makes them. */
  readonly leistungen: readonly ScopeChoice[];
};

/** Called when a form for a mandate is shown or read; one or two statements. */
export type ListScopeChoices = (
  portal: Portal,
  locale: Locale,
) => Promise<ScopeChoices>;
