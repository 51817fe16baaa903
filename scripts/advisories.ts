/**
 * `npm run advisories`: asks the registry that npm is set to about known weaknesses of what is shipped, and says which of them must be dealt with
 * now. For a pipeline: exit code 1 when there is one, 2 when the registry has no answer. docs/security/parts.md tells the terms.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { readFileSync } from "node:fs";
import {
  judgeAdvisories,
  readAccepted,
} from "./advisories/judge-advisories.ts";

const help = `Known weaknesses of the packages that are shipped, by the registry that npm is set to.

  npm run advisories [-- options]

  --accepted <file>  those that somebody looked at, and until when each may stay (default docs/security/accepted-advisories.json)
  --folder <folder>  another package.json with its lock file
  --help

Exit code 0: none must be dealt with now. 1: one must. 2: the registry could not be asked, so nothing is known.
`;

const root = path.join(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    accepted: {
      type: "string",
      default: path.join(root, "docs/security/accepted-advisories.json"),
    },
    folder: { type: "string", default: root },
    help: { type: "boolean", short: "h", default: false },
  },
});

if (values.help) console.log(help);
else process.exitCode = ask(values.folder, values.accepted);

function ask(folder: string, acceptedFile: string): number {
  const accepted = readAccepted(readFileSync(acceptedFile, "utf8"));
  const { stdout } = spawnSync(
    "npm",
    ["audit", "--json", "--omit=dev", "--package-lock-only"],
    { cwd: folder, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  const { outcome, lines } = judgeAdvisories(stdout, {
    accepted,
    today: new Date().toISOString().slice(0, 10),
  });
  for (const line of lines) console.log(line);
  return { none: 0, due: 1, unknown: 2 }[outcome];
}
