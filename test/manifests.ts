import path from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";
import type { Manifest, Typed } from "./kubernetes-types.ts";
import { listFiles, readText } from "./source-text.ts";

const folder = "deploy/kubernetes";

const manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    labels: z.record(z.string(), z.string()).optional(),
  }),
});

const kustomization = z.strictObject({
  apiVersion: z.literal("kustomize.config.k8s.io/v1beta1"),
  kind: z.literal("Kustomization"),
  namespace: z.string().optional(),
  resources: z.array(z.string()),
  labels: z
    .array(z.strictObject({ pairs: z.record(z.string(), z.string()) }))
    .optional(),
  patches: z.array(z.strictObject({ path: z.string() })).default([]),
  configMapGenerator: z
    .array(
      z.strictObject({
        name: z.string(),
        behavior: z.literal("merge").optional(),
        literals: z.array(z.string()),
      }),
    )
    .default([]),
  images: z
    .array(
      z.strictObject({
        name: z.string(),
        newName: z.string().optional(),
        newTag: z.string(),
      }),
    )
    .default([]),
});

/** Objects in the text of a YAML file. */
export function manifestsIn(text: string): readonly Manifest[] {
  return parseAllDocuments(text).map((document) => {
    const [error] = [...document.errors, ...document.warnings];
    if (error) throw error;
    return manifest.parse(document.toJS());
  });
}

/** All manifests of the project; overlays' patches are parts of an object. Every file must be named by its kustomization. */
export function readManifests(): readonly Typed[] {
  return kustomizations().flatMap(({ at, resources, patches }) => [
    ...resources
      .filter((name) => name.endsWith(".yaml"))
      .flatMap((name) => readTyped(path.posix.join(at, name), "whole")),
    ...patches.flatMap((patch) =>
      readTyped(path.posix.join(at, patch.path), "part"),
    ),
  ]);
}

function readTyped(file: string, extent: Typed["extent"]): readonly Typed[] {
  return manifestsIn(readText(file)).map((each) => ({
    manifest: each,
    extent,
    file,
  }));
}

function kustomizations() {
  return listFiles(`${folder}/**/kustomization.yaml`).map((file) => ({
    ...kustomization.parse(parse(readText(file))),
    at: path.posix.dirname(file),
  }));
}

/** Files that no kustomization names. */
export function strayFiles(): readonly string[] {
  const named = new Set(
    kustomizations().flatMap(({ at, resources, patches }) =>
      [...resources, ...patches.map((patch) => patch.path)].map((name) =>
        path.posix.join(at, name),
      ),
    ),
  );
  return listFiles(`${folder}/**/*.yaml`).filter(
    (file) => !file.endsWith("/kustomization.yaml") && !named.has(file),
  );
}

/** Names and values of the settings that all kustomizations put into config maps, by the name of the map. */
export function configMaps(): ReadonlyMap<string, ReadonlySet<string>> {
  const maps = new Map<string, Set<string>>();
  for (const { configMapGenerator } of kustomizations())
    for (const { name, literals } of configMapGenerator) {
      const names = maps.get(name) ?? new Set();
      for (const literal of literals) names.add(literal.split("=")[0] ?? "");
      maps.set(name, names);
    }
  return maps;
}

/** All values that kustomizations give a setting. */
export function settingValues(name: string): ReadonlySet<string> {
  const literals = kustomizations().flatMap(({ configMapGenerator }) =>
    configMapGenerator.flatMap((map) => map.literals),
  );
  return new Set(
    literals
      .filter((literal) => literal.startsWith(`${name}=`))
      .map((literal) => literal.slice(name.length + 1)),
  );
}
