import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  statSync,
} from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import type { Settings } from "../../platform/config/settings.ts";
import { failed, ok, reasonOf, warning, type Finding } from "./finding.ts";

const subject = "data folder";

/**
 * Whether this user may use what lies in the data folder, two levels deep: after a copy or a restore as another user all looks well, until somebody
 * uploads a file. Nothing where there is no folder yet.
 */
export function examineDataFolder({ dataDir }: Settings): readonly Finding[] {
  if (!existsSync(dataDir)) return [];
  try {
    const owner = statSync(dataDir).uid;
    const barred = barredIn(dataDir, 2);
    if (barred.length > 0) return [barredFinding(dataDir, barred)];
    return process.geteuid?.() === 0 && owner !== 0
      ? [asRootFinding(dataDir, owner)]
      : [ok(subject, `${dataDir} and what lies in it can be used`)];
  } catch (error) {
    return [
      failed(subject, {
        says: `${dataDir} cannot be looked into: ${reasonOf(error)}`,
        cure: cureFor(dataDir),
      }),
    ];
  }
}

const shownAtMost = 5;

function barredFinding(dataDir: string, barred: readonly string[]): Finding {
  const more = barred.length - shownAtMost;
  const names = barred.slice(0, shownAtMost).join(", ");
  return failed(subject, {
    says: `this user may not read and write in ${dataDir}: ${names}${more > 0 ? ` and ${String(more)} more` : ""}`,
    cure: cureFor(dataDir),
  });
}

const cureFor = (dataDir: string) =>
  `All of it must belong to the user of the process. If that is ${userInfo().username}, as root: chown -R ${userInfo().username} ${dataDir}`;

const asRootFinding = (dataDir: string, owner: number) =>
  warning(subject, {
    says: `${dataDir} belongs to another user (number ${String(owner)}), and this is root, who may do everything`,
    cure: "Call the doctor and all other commands as the user of the portal: files that root makes there the portal cannot use.",
  });

/** Names below the folder that this user cannot read or write. */
function barredIn(folder: string, depth: number): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory();
    if (!mayUse(path, isFolder ? "folder" : "file")) return [entry.name];
    if (!isFolder || depth === 1) return [];
    return barredIn(path, depth - 1).map((name) => join(entry.name, name));
  });
}

function mayUse(path: string, kind: "file" | "folder"): boolean {
  const { R_OK, W_OK, X_OK } = constants;
  try {
    accessSync(path, R_OK | W_OK | (kind === "folder" ? X_OK : 0));
    return true;
  } catch {
    // What a running portal removed meanwhile bars nobody.
    return !existsSync(path);
  }
}
