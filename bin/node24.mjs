// node bin/node24.mjs script.ts [arguments]
import { runOnNode24 } from "./run-on-node24.mjs";

runOnNode24(process.argv.slice(2));
