/** For controls of drills: the portal from its sources, without the protection that `DRILL_WITHOUT` names. */
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import {
  changeSource,
  placeOf,
  protections,
  type Change,
} from "./protections.ts";

const name = process.env["DRILL_WITHOUT"] ?? "";
const changes: readonly Change[] | undefined = Object.entries(protections).find(
  ([protection]) => protection === name,
)?.[1];
if (!changes) throw new Error(`drill: no protection "${name}"`);

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    const own = changes.filter(
      (change) => pathToFileURL(placeOf(change)).href === url,
    );
    if (own.length === 0) return loaded;
    const source = own.reduce(changeSource, sourceOf(loaded.source));
    return { ...loaded, source };
  },
});

await import("../../../src/main/portal.ts");

function sourceOf(source: unknown): string {
  if (typeof source === "string") return source;
  if (source instanceof Uint8Array) return new TextDecoder().decode(source);
  throw new Error("drill: a module comes without its source");
}
