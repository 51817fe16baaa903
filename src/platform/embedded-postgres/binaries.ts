import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";

/** Where `initdb` and `postgres` lie. */
export type PostgresBinaries = {
  /** The folder with the programs. */
  readonly bin: string;
  /** Set for the npm package, which brings its libraries; installed programs find theirs themselves. */
  readonly bundle?: PostgresBundle;
};

export type PostgresBundle = {
  /** Holds bin, lib and share; can be copied as a whole. */
  readonly root: string;
  readonly version: string;
  /** Library names that npm packages cannot carry because they are symlinks: name → file in lib. */
  readonly libraryLinks: ReadonlyMap<string, string>;
};

const packageFile = z.object({ version: z.string() });
const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** The PostgreSQL that npm installed for this system. Throws `no-binaries-for-this-system`. */
export function embeddedBinaries(): PostgresBinaries {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  const packageRoot = findPackage(packageName);
  const root = path.join(packageRoot, "native");
  const { version } = packageFile.parse(
    readJson(path.join(packageRoot, "package.json")),
  );
  return {
    bin: path.join(root, "bin"),
    bundle: { root, version, libraryLinks: readLibraryLinks(root) },
  };
}

/** The programs of an installed PostgreSQL ≥ 15, for example `/usr/lib/postgresql/15/bin`. */
export function binariesIn(folder: string): PostgresBinaries {
  return { bin: folder };
}

function findPackage(packageName: string): string {
  try {
    const entry = fileURLToPath(import.meta.resolve(packageName));
    return path.resolve(path.dirname(entry), "..");
  } catch (cause) {
    throw new EmbeddedPostgresError(
      "no-binaries-for-this-system",
      `the package ${packageName} is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL=postgres://… to a PostgreSQL from version 15.`,
      { cause },
    );
  }
}

// The package's install script would make these links, but npm does not run it unasked.
function readLibraryLinks(root: string): ReadonlyMap<string, string> {
  const links = symlinks.parse(readJson(path.join(root, "pg-symlinks.json")));
  return new Map(
    links.map(({ source, target }) => [
      path.basename(target),
      path.basename(source),
    ]),
  );
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
