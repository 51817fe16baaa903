/** Files of an index that are to be taken now, in order; or why none may be. */
export type PickedFiles =
  | { readonly kind: "files"; readonly urls: readonly string[] }
  | { readonly kind: "empty" }
  | { readonly kind: "gap"; readonly missing: string };

/** Above this a number in a name is a moment (20261126…), and what lies between two of them is not missing. */
const mostSerial = 10_000_000;

/**
 * All files of an index, each once, in its order. An index without a file is a fault of who delivers it: taken at its word it would delete
 * everything (rule of the Portalverbund).
 */
export function allFiles(urls: readonly string[]): PickedFiles {
  return urls.length === 0
    ? { kind: "empty" }
    : { kind: "files", urls: [...new Set(urls)] };
}

/**
 * Files with changes after the last one that was taken, by the last number in their names, whatever order the index has. Where the last one
 * is not named any more and the next does not follow it, or a number is left out, changes are missing: none is taken.
 */
export function filesAfter(
  urls: readonly string[],
  lastFile: string | undefined,
): PickedFiles {
  const files = [...new Set(urls)]
    .map((url) => ({ url, number: numberOf(url) }))
    .toSorted((a, b) => a.number - b.number);
  const [first] = files;
  if (!first) return { kind: "empty" };
  const last = lastFile === undefined ? undefined : numberOf(lastFile);
  const fresh = files.filter(
    ({ number }) => last === undefined || number > last,
  );
  const missing = missingAfter(
    last,
    fresh.map(({ number }) => number),
    files.map(({ number }) => number),
  );
  return missing === undefined
    ? { kind: "files", urls: fresh.map(({ url }) => url) }
    : { kind: "gap", missing };
}

function missingAfter(
  last: number | undefined,
  fresh: readonly number[],
  named: readonly number[],
): string | undefined {
  const chain = last === undefined ? fresh : [last, ...fresh];
  const before = chain.find((number, index) => {
    const next = chain[index + 1];
    return number < mostSerial && next !== undefined && next > number + 1;
  });
  if (before !== undefined) return String(before + 1);
  const isMoment = last !== undefined && last >= mostSerial;
  return isMoment && !named.includes(last) && fresh.length > 0
    ? String(last)
    : undefined;
}

/** The last number in the name of a file; 0 without one. */
function numberOf(url: string): number {
  const name = new URL(url).pathname.split("/").at(-1) ?? "";
  return Number(/(\d{1,15})\D*$/.exec(name)?.[1] ?? 0);
}
