import path from "node:path";
import ts from "typescript";
import { root } from "./source-text.ts";

/** One object of Kubernetes, as YAML says it. */
export type Manifest = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>> | undefined;
  };
  readonly spec?: unknown;
};

/** The part that an overlay changes has the keys of the whole, none of them required. */
export type Extent = "whole" | "part";

export type Typed = {
  readonly manifest: Manifest;
  readonly extent: Extent;
  readonly file: string;
};

const partOf = `type Part<T> = T extends readonly (infer I)[] ? Part<I>[] : T extends object ? { [K in keyof T]?: Part<T[K]> } : T;`;

/**
 * Compares manifests with the types that are generated of the OpenAPI description of Kubernetes: unknown keys, wrong types and missing required keys are
 * problems, as `kubectl apply --validate=strict` has it.
 */
export function typeProblems(typed: readonly Typed[]): readonly string[] {
  const sources = new Map(
    typed.map((each, index) => [
      path.join(root, "test", `manifest-${String(index)}.ts`),
      { each, text: sourceOf(each) },
    ]),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
  };
  const program = ts.createProgram({
    rootNames: [...sources.keys()],
    options,
    host: hostOf(options, (file) => sources.get(file)?.text),
  });
  return [...sources].flatMap(([file, { each }]) => {
    const source = program.getSourceFile(file);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(
      ({ messageText }) =>
        `${each.file}: ${each.manifest.kind} ${each.manifest.metadata.name}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
  });
}

function sourceOf({ manifest, extent }: Typed): string {
  const { apiVersion, kind } = manifest;
  const group = apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`;
  // Kubernetes writes a group's first word in the name of its module.
  const module_ = `kubernetes-types/${group.replace(".k8s.io", "")}`;
  const type = extent === "whole" ? kind : `Part<${kind}>`;
  return `import type { ${kind} } from "${module_}";
${extent === "part" ? partOf : ""}
export const manifest: ${type} = ${JSON.stringify(manifest, null, 1)};`;
}

function hostOf(
  options: ts.CompilerOptions,
  textOf: (file: string) => string | undefined,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (file) => textOf(file) !== undefined || host.fileExists(file),
    readFile: (file) => textOf(file) ?? host.readFile(file),
    getSourceFile: (file, target) => {
      const text = textOf(file);
      return text === undefined
        ? host.getSourceFile(file, target)
        : ts.createSourceFile(file, text, target);
    },
  };
}
