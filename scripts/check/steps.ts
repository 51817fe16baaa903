import { globSync, readFileSync } from "node:fs";
import path from "node:path";

export type Step = {
  /** Also the name of its npm script. */
  readonly name: string;
  /** What it proves, for `--help`. */
  readonly about: string;
  /** Arguments for Node, worked out when the step starts. Throws when there is nothing to check: a check that sees nothing is not green. */
  arguments(): readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What is missing on this machine, or undefined when the step can run. */
  missing?(): string | undefined;
};

const root = path.join(import.meta.dirname, "../..");
const onMachinesPostgres = { TEST_POSTGRES: "path" };
const testServer = "--test-global-setup=src/platform/testing/global-setup.ts";
/** Loading the same modules anew for each file would cost most of the time of these tests: the whole portal takes three seconds. */
const oneProcess = [
  "--test-isolation=none",
  // Node's own program in large pages: a process that runs for minutes calls it all over (five percent less of a processor).
  "--use-largepages=silent",
];

/** The pipeline. Independent steps, long ones first, so that two at a time end together. */
export const steps: readonly Step[] = [
  {
    name: "test:portal",
    about: "tests of the whole portal, all files in one process",
    arguments: () => testRun([testServer, ...oneProcess], portalTests()),
  },
  {
    name: "test:modules",
    about:
      "tests of modules, connectors, the platform and the page layout, on the embedded PostgreSQL, all files in one process; without those of SQL where test:postgres-path runs them",
    arguments: () => testRun([testServer, ...oneProcess], moduleTests()),
  },
  {
    name: "lint",
    about: "oxlint: types, promises, sizes, banned syntax",
    arguments: () => [bin("oxlint", "bin/oxlint")],
  },
  {
    name: "test:postgres-path",
    about:
      "tests of SQL on the PostgreSQL of this machine: use-cases, stores, row-level security, a whole submission; no pages",
    arguments: () => testRun([testServer, ...oneProcess], testsOfSql()),
    environment: onMachinesPostgres,
    missing: missingPostgres,
  },
  {
    name: "test:processes",
    about:
      "tests that start, end or measure processes, each file in one of its own",
    arguments: () =>
      testRun([testServer, "--test-concurrency=2"], processTests()),
  },
  journeysStep(1),
  journeysStep(2),
  {
    name: "types",
    about: "TypeScript, strict",
    // One thread: several check the same types again, each for itself.
    arguments: () => [
      bin("typescript-native", "bin/tsc"),
      "-p",
      "tsconfig.json",
      "--singleThreaded",
    ],
  },
  {
    name: "format",
    about: "how sources and documents are written (oxfmt)",
    arguments: () => [bin("oxfmt", "bin/oxfmt"), "--check", "."],
  },
  {
    name: "boundaries",
    about: "who may import whom (architecture.mjs, dependency-cruiser)",
    arguments: () => ["scripts/boundaries.ts"],
  },
  {
    name: "knip",
    about: "unused files, exports and dependencies",
    arguments: () => [bin("knip", "bin/knip.js")],
  },
  {
    name: "shape",
    about: "tests of the source itself: walls, vocabulary, faces, documents",
    arguments: () => testRun([], testFiles("test/*.test.ts")),
  },
  {
    name: "schema:check-dump",
    about: "db/schema.sql is what the migrations make",
    arguments: () => ["scripts/dump-schema.ts", "--check"],
  },
  {
    name: "schema:check-types",
    about: "tables.ts of each module is what the migrations make",
    arguments: () => ["scripts/generate-tables.ts", "--check"],
  },
  {
    name: "schema:check-dump-path",
    about: "the same schema on the PostgreSQL of this machine",
    arguments: () => ["scripts/dump-schema.ts", "--check"],
    environment: onMachinesPostgres,
    missing: missingPostgres,
  },
];

/** Half of the journeys: the whole portal is loaded twice instead of once for each file. */
function journeysStep(half: 1 | 2): Step {
  return {
    name: `test:journeys:${String(half)}`,
    about: "whole paths in a browser, with axe on each page; every other file",
    arguments: () =>
      testRun(
        [
          "--test-global-setup=test/journeys/support/global-setup.ts",
          ...oneProcess,
        ],
        testFiles("test/journeys/*.spec.ts").filter(
          (_, index) => index % 2 === half - 1,
        ),
      ),
  };
}

function testRun(
  options: readonly string[],
  files: readonly string[],
): readonly string[] {
  const reporters = ["spec", "./scripts/check/slowest-files.ts"];
  return [
    "--test",
    ...reporters.flatMap((reporter) => [
      `--test-reporter=${reporter}`,
      "--test-reporter-destination=stdout",
    ]),
    ...options,
    ...files,
  ];
}

/** What reads the catalogs of the server, which differ between versions, runs on both. */
function portalTests(): readonly string[] {
  const readsCatalogs = /other-installation|\/doctor\/|pg_\w/u;
  const elsewhere = onTheOtherPostgres();
  return sharing("{src/main,bench/growth}/**/*.test.ts").filter(
    (file) => !elsewhere.has(file) || readsCatalogs.test(contentOf(file)),
  );
}

function moduleTests(): readonly string[] {
  const elsewhere = onTheOtherPostgres();
  return sharing("{src/!(main),scripts,bench/!(growth)}/**/*.test.ts").filter(
    (file) => !elsewhere.has(file),
  );
}

/**
 * What the other PostgreSQL runs, where there is one, runs nowhere else: it is the older of the two that must do, and the whole portal sends
 * the same statements to the embedded one.
 */
function onTheOtherPostgres(): ReadonlySet<string> {
  return new Set(missingPostgres() ? [] : testsOfSql());
}

/** Tests that neither end nor measure their process: a module has no state of its own, a file its own database. */
function sharing(pattern: string): readonly string[] {
  const apart = new Set(unitTests().filter(needsProcess));
  return testFiles(pattern).filter((file) => !apart.has(file));
}

function processTests(): readonly string[] {
  const elsewhere = onTheOtherPostgres();
  return unitTests().filter(
    (file) => needsProcess(file) && !elsewhere.has(file),
  );
}

/** A program that is only run and waited for (`execFile`) leaves the process of its test as it was. */
function needsProcess(file: string): boolean {
  const meansProcesses =
    /\bspawn\(|child-portal|database-user|runCommandProcess|process\.(kill|cpuUsage|memoryUsage)/u;
  return meansProcesses.test(contentOf(file));
}

function unitTests(): readonly string[] {
  return testFiles("{src,scripts}/**/*.test.ts");
}

/**
 * Tests of SQL: those that open a database of their own (by what they import) and those called `*.database.test.ts`. Pages and the
 * whole portal send the same statements through the same use-cases: another PostgreSQL changes nothing in them.
 */
function testsOfSql(): readonly string[] {
  const opensDatabase =
    /\/(test-database|testing\/[\w-]*(installation|fixtures?))\.ts"/u;
  return unitTests().filter(
    (file) =>
      file.endsWith(".database.test.ts") ||
      (!file.includes("/web/") && opensDatabase.test(contentOf(file))),
  );
}

function contentOf(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

function testFiles(pattern: string): readonly string[] {
  const files = globSync(pattern, { cwd: root }).toSorted();
  if (files.length === 0) throw new Error(`no test file matches ${pattern}`);
  return files;
}

function missingPostgres(): string | undefined {
  const absent = ["initdb", "postgres"].filter((name) => !isOnPath(name));
  return absent.length === 0
    ? undefined
    : `no ${absent.join(" and ")} on PATH: install PostgreSQL 15 or newer to run it`;
}

function isOnPath(program: string): boolean {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  return folders.some(
    (folder) => globSync(program, { cwd: folder }).length > 0,
  );
}

function bin(packageName: string, file: string): string {
  return path.join("node_modules", packageName, file);
}
