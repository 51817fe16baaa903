import { z } from "zod";
import type { Manifest } from "./kubernetes-types.ts";

const probe = z.looseObject({
  httpGet: z
    .looseObject({ path: z.string(), port: z.union([z.string(), z.number()]) })
    .optional(),
  tcpSocket: z
    .looseObject({ port: z.union([z.string(), z.number()]) })
    .optional(),
});

const container = z.looseObject({
  name: z.string(),
  args: z.array(z.string()).default([]),
  env: z.array(z.looseObject({ name: z.string() })).default([]),
  envFrom: z
    .array(
      z.looseObject({
        configMapRef: z.looseObject({ name: z.string() }).optional(),
        secretRef: z.looseObject({ name: z.string() }).optional(),
      }),
    )
    .default([]),
  ports: z.array(z.looseObject({ name: z.string() })).default([]),
  startupProbe: probe.optional(),
  livenessProbe: probe.optional(),
  readinessProbe: probe.optional(),
  resources: z.looseObject({
    requests: z.looseObject({ cpu: z.string(), memory: z.string() }),
    limits: z.looseObject({ memory: z.string() }),
  }),
  securityContext: z.looseObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.looseObject({ drop: z.tuple([z.literal("ALL")]) }),
  }),
});

const workload = z.looseObject({
  template: z.looseObject({
    metadata: z.looseObject({ labels: z.record(z.string(), z.string()) }),
    spec: z.looseObject({
      automountServiceAccountToken: z.literal(false),
      securityContext: z.looseObject({
        runAsNonRoot: z.literal(true),
        runAsUser: z.number().min(1),
        seccompProfile: z.looseObject({ type: z.literal("RuntimeDefault") }),
      }),
      containers: z.array(container).min(1),
    }),
  }),
});

export type Container = z.infer<typeof container>;

/** What the program is: which addresses tell its health, which settings it reads, which commands it has. */
export type Program = {
  hasRoute(path: string): boolean;
  readonly settings: ReadonlySet<string>;
  hasCommand(words: readonly string[]): boolean;
  readonly configMaps: ReadonlyMap<string, ReadonlySet<string>>;
};

const workloadKinds = new Set(["Deployment", "Job"]);

/** Labels of the pods that a manifest makes. */
export function podLabels({ kind, spec }: Manifest) {
  return workloadKinds.has(kind)
    ? workload.parse(spec).template.metadata.labels
    : undefined;
}

export function containersOf({ kind, spec }: Manifest): readonly Container[] {
  return workloadKinds.has(kind)
    ? workload.parse(spec).template.spec.containers
    : [];
}

/** What stands in a workload and does not fit the program, or is not as safe as it can be. */
export function podProblems(
  manifest: Manifest,
  program: Program,
): readonly string[] {
  if (!workloadKinds.has(manifest.kind)) return [];
  const parsed = workload.safeParse(manifest.spec);
  if (!parsed.success)
    return parsed.error.issues.map(
      ({ path, message }) => `${path.join(".")}: ${message}`,
    );
  return parsed.data.template.spec.containers.flatMap((each) => [
    ...probeProblems(each, program),
    ...(manifest.kind === "Deployment" && each.readinessProbe === undefined
      ? [`${each.name}: ready as soon as it was begun`]
      : []),
    ...settingProblems(each, program),
    ...(program.hasCommand(each.args)
      ? []
      : [`${each.name}: no command "${each.args.join(" ")}"`]),
  ]);
}

function probeProblems(each: Container, program: Program): readonly string[] {
  const probes = [each.startupProbe, each.livenessProbe, each.readinessProbe];
  const ports = new Set(each.ports.map(({ name }) => name));
  return probes.flatMap((probe_) => {
    const { path, port } = probe_?.httpGet ?? {
      path: undefined,
      port: probe_?.tcpSocket?.port,
    };
    if (port === undefined) return [];
    return [
      ...(path === undefined || program.hasRoute(path)
        ? []
        : [`${each.name}: no address ${path}`]),
      ...(ports.has(String(port))
        ? []
        : [`${each.name}: no port ${String(port)}`]),
    ];
  });
}

function settingProblems(each: Container, program: Program): readonly string[] {
  const maps = each.envFrom.flatMap(({ configMapRef }) =>
    configMapRef ? [configMapRef.name] : [],
  );
  const missing = maps.filter((name) => !program.configMaps.has(name));
  const names = [
    ...each.env.map(({ name }) => name),
    ...maps.flatMap((name) => [...(program.configMaps.get(name) ?? [])]),
  ];
  return [
    ...missing.map((name) => `${each.name}: no config map ${name}`),
    ...names
      .filter((name) => !program.settings.has(name))
      .map((name) => `${each.name}: no setting ${name}`),
  ];
}
