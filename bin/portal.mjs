// node bin/portal.mjs --help
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runOnNode24 } from "./run-on-node24.mjs";

const portal = fileURLToPath(new URL("run-portal.mjs", import.meta.url));
// On machines with much memory Node lets the young part of the heap grow to 100 MB (docs/performance.md).
const options = JSON.parse(
  readFileSync(new URL("portal-node-options.json", import.meta.url), "utf8"),
);
// What it has compiled lies in its bundle.
runOnNode24([...options, portal, ...process.argv.slice(2)], {});
