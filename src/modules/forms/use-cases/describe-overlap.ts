import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Overlap } from "../domain/merge-page.ts";
import { summarise } from "./summarise.ts";

/** What was changed in two tabs, for the page that says so. */
export type OverlapDescription = {
  readonly kind: Overlap["kind"];
  /** Id of the control, for a link to it. */
  readonly path: string;
  readonly label: string;
  /** What the other tab had stored, one line each; empty for nothing. */
  readonly otherValues: readonly string[];
};

/** In words, as people read answers. */
export function describeOverlap(
  { kind, path, element, theirs }: Overlap,
  locale: Locale,
): OverlapDescription {
  const page = { key: "anderswo", title: element.label, elements: [element] };
  const sections = summarise(
    {
      pages: [page],
      answers: { [element.key]: theirs },
      hidden: new Set<string>(),
    },
    locale,
  );
  const entries = sections.flatMap((section) => section.entries);
  return {
    kind,
    path,
    label: element.label,
    otherValues: entries.flatMap((entry) =>
      entry.values.map((value) =>
        element.kind === "group" ? `${entry.label}: ${value}` : value,
      ),
    ),
  };
}
