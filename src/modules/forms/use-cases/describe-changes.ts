import type { Locale } from "../../../platform/i18n/texts.ts";
import { summarise, type Summarised, type SummaryEntry } from "./summarise.ts";

/** An answer that was changed, as people read it. */
export type AnswerChange = {
  readonly label: string;
  /** Of the group or page it stands in. */
  readonly heading: string;
  /** Path of its first occurrence. */
  readonly path: string;
  /** One text per occurrence; none where nothing was answered. */
  readonly before: readonly string[];
  readonly after: readonly string[];
};

/** What is different between two states of a form, in the order of the later one; what is not asked any more comes last. */
export function describeChanges(
  {
    before,
    after,
  }: { readonly before: Summarised; readonly after: Summarised },
  locale: Locale,
): readonly AnswerChange[] {
  const earlier = new Map(entriesOf(before, locale));
  const later = new Map(entriesOf(after, locale));
  const paths = [...new Set([...later.keys(), ...earlier.keys()])];
  return paths.flatMap((path) => {
    const [was, is] = [earlier.get(path), later.get(path)];
    const shown = is ?? was;
    if (!shown || printOf(was) === printOf(is)) return [];
    return [
      {
        label: shown.label,
        heading: shown.heading,
        path,
        before: was?.values ?? [],
        after: is?.values ?? [],
      },
    ];
  });
}

type Entry = SummaryEntry & { readonly heading: string };

function entriesOf(
  form: Summarised,
  locale: Locale,
): (readonly [string, Entry])[] {
  return summarise(form, locale).flatMap(({ heading, entries }) =>
    entries.map((entry) => [entry.path, { ...entry, heading }] as const),
  );
}

/** Another file may have the same name. */
function printOf(entry: Entry | undefined): string {
  const { values = [], files = [] } = entry ?? {};
  return JSON.stringify([values, files.map(({ sha256 }) => sha256)]);
}
