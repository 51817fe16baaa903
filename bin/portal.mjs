// node bin/portal.mjs --help
import { fileURLToPath } from "node:url";
import { runOnNode24 } from "./run-on-node24.mjs";

const portal = fileURLToPath(new URL("../src/main/portal.ts", import.meta.url));
runOnNode24([portal, ...process.argv.slice(2)]);
