import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Lets traces of faults name the sources that a bundle was made of. What is needed for that is read with the first trace that somebody looks at: Node's own
 * way (`--enable-source-maps`) keeps it in memory from the start.
 */
export function nameSources(folder, root) {
  const prefix = `${pathToFileURL(folder).href}/`;
  const place = new RegExp(
    `${prefix.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}([\\w.-]+):(\\d+):(\\d+)`,
  );
  const known = new Map();
  const nameOf = (all, ...[file, line, column]) => {
    const places = known.get(file) ?? readPlaces(path.join(folder, file));
    known.set(file, places);
    const at = find(places.numbers, Number(line) - 1, Number(column) - 1);
    if (at === undefined) return all;
    const source = pathToFileURL(path.join(root, places.sources[at.source]));
    return `${source.href}:${String(at.line + 1)}`;
  };
  Error.prepareStackTrace = (error, sites) =>
    [
      headline(error),
      ...sites.map((site) => `\n    at ${String(site).replace(place, nameOf)}`),
    ].join("");
}

/** Numbers as scripts/bundle/places.ts writes them; none where the files are not there. */
function readPlaces(script) {
  try {
    const bytes = readFileSync(`${script}.places`);
    return {
      numbers: new Uint32Array(new Uint8Array(bytes).buffer),
      sources: JSON.parse(readFileSync(`${script}.sources`, "utf8")),
    };
  } catch {
    return { numbers: new Uint32Array(), sources: [] };
  }
}

/** The last part that begins there or before. */
function find(numbers, line, column) {
  let [low, high] = [0, numbers.length / 4];
  while (low < high) {
    const middle = (low + high) >> 1;
    const ahead =
      numbers[4 * middle] - line || numbers[4 * middle + 1] - column;
    if (ahead <= 0) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return undefined;
  return { source: numbers[4 * low - 2], line: numbers[4 * low - 1] };
}

function headline(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}
