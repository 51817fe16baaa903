/**
 * The parts of the program as CycloneDX 1.5 (JSON): `npm run sbom --silent > sbom.cdx.json`. `npm run sbom --silent -- licences`
 * prints name, version and licence of each. What it leaves out is said in docs/security/parts.md.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const component = z.looseObject({
  "bom-ref": z.string(),
  name: z.string(),
  version: z.string(),
  purl: z.string(),
  licenses: z
    .array(
      z.union([
        z.object({ license: z.object({ id: z.string() }) }),
        z.object({ expression: z.string() }),
      ]),
    )
    .default([]),
});
type Component = z.infer<typeof component>;

const partsList = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.string(),
  serialNumber: z.string(),
  metadata: z.object({ component }),
  components: z.array(component),
  dependencies: z.array(
    z.object({ ref: z.string(), dependsOn: z.array(z.string()).default([]) }),
  ),
});

const lock = z.object({
  name: z.string(),
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string(),
      dev: z.boolean().optional(),
    }),
  ),
});

/** Named in the package's Readme or licence file, or in the manifest's old form `licenses`. */
const licencesNamedElsewhere: Readonly<Record<string, string>> = {
  buildcheck: "MIT",
  "combine-errors": "MIT",
  "cpu-features": "MIT",
  ssh2: "MIT",
};

const root = path.join(import.meta.dirname, "..");

/**
 * What npm reads from the lock file, without what differs from one run or folder to the next: the same lock gives the same list.
 * What is for development only is taken out here: npm's own `--omit=dev` (11.19) also drops what both need, such as zod and jose.
 */
export function listParts(): z.infer<typeof partsList> {
  const options = ["--sbom-format=cyclonedx", "--sbom-type=application"];
  const printed = execFileSync(
    "npm",
    ["sbom", ...options, "--package-lock-only"],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const made = partsList.parse(JSON.parse(printed));
  const { name, shipped } = readLock();
  const self = { ...made.metadata.component, name };
  const components = made.components
    .filter((part) => shipped.has(part["bom-ref"]))
    .map(withLicence)
    .toSorted((one, other) => (one["bom-ref"] < other["bom-ref"] ? -1 : 1));
  const isListed = (ref: string) => shipped.has(ref) || ref === self["bom-ref"];
  const dependencies = made.dependencies
    .filter(({ ref }) => isListed(ref))
    .map(({ ref, dependsOn }) => ({
      ref,
      dependsOn: dependsOn.filter(isListed),
    }));
  return {
    ...made,
    serialNumber: serialOf([self, components]),
    metadata: { component: self },
    components,
    dependencies,
  };
}

function readLock() {
  const { name, packages } = lock.parse(
    JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")),
  );
  const shipped = new Set(
    Object.entries(packages)
      .filter(([place, { dev }]) => place !== "" && dev !== true)
      .map(([place, part]) => {
        const called = part.name ?? place.split("node_modules/").at(-1) ?? "";
        return `${called}@${part.version}`;
      }),
  );
  return { name, shipped };
}

function withLicence(part: Component): Component {
  const id = licencesNamedElsewhere[part.name];
  return id === undefined || part.licenses.length > 0
    ? part
    : { ...part, licenses: [{ license: { id } }] };
}

/** A UUID (version 8) made of the content, as RFC 9562 section 5.8 allows. */
function serialOf(content: unknown): string {
  const hex = createHash("sha256")
    .update(JSON.stringify(content))
    .digest("hex");
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${groups.join("-")}`;
}

function licenceLine({ name, version, licenses }: Component): string {
  const names = licenses.map((it) =>
    "license" in it ? it.license.id : it.expression,
  );
  return [name, version, ...names].join("\t");
}

if (import.meta.main) {
  const parts = listParts();
  console.log(
    process.argv[2] === "licences"
      ? parts.components.map(licenceLine).join("\n")
      : JSON.stringify(parts, null, 2),
  );
}
