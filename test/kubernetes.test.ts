import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { before, describe, test } from "node:test";
import fastify from "fastify";
import { z } from "zod";
import { createProgram } from "../src/main/program.ts";
import { registerHealth } from "../src/shell/web/health-routes.ts";
import { settingNames } from "../src/platform/config/setting-names.ts";
import { typeProblems, type Manifest, type Typed } from "./kubernetes-types.ts";
import {
  configMaps,
  settingValues,
  manifestsIn,
  readManifests,
  strayFiles,
} from "./manifests.ts";
import {
  containersOf,
  podLabels,
  podProblems,
  type Program,
} from "./pod-rules.ts";
import { readText, root } from "./source-text.ts";

function readProgram(): Program {
  const app = fastify();
  registerHealth(app, {
    readiness: () => Promise.resolve([]),
    isLeaving: () => false,
  });
  const commands = createProgram();
  return {
    hasRoute: (url) => app.hasRoute({ method: "GET", url }),
    settings: new Set(settingNames()),
    configMaps: configMaps(),
    hasCommand: (args) => {
      const words = args.filter((word) => !word.startsWith("-"));
      const options = args.filter((word) => word.startsWith("-"));
      const found = words.reduce(
        (command: typeof commands | undefined, word) =>
          command?.commands.find((each) => each.name() === word),
        commands,
      );
      return (
        found !== undefined &&
        words.length > 0 &&
        options.every((option) =>
          found.options.some(({ long }) => long === option),
        )
      );
    },
  };
}

/** `kubectl` holds kustomize; the tool itself is as good. Undefined: neither is here. */
function renderOverlay(): readonly Manifest[] | undefined {
  const overlay = path.join(root, "deploy/kubernetes/overlays/example");
  for (const command of [
    ["kustomize", "build", overlay],
    ["kubectl", "kustomize", overlay],
  ] as const) {
    const [name, ...words] = command;
    const { status, stdout, stderr, error } = spawnSync(name, words, {
      encoding: "utf8",
    });
    if (error) continue;
    assert.equal(status, 0, stderr);
    return manifestsIn(stdout);
  }
  return undefined;
}

const selecting = z.looseObject({
  selector: z.looseObject({ matchLabels: labels().optional() }).optional(),
  podSelector: z.looseObject({ matchLabels: labels() }).optional(),
});

function labels() {
  return z.record(z.string(), z.string());
}

/** The labels that a manifest finds pods by. */
function selectionOf({ kind, spec }: Manifest) {
  if (kind === "Service")
    return z.looseObject({ selector: labels() }).parse(spec).selector;
  const { selector, podSelector } = selecting.parse(spec ?? {});
  return selector?.matchLabels ?? podSelector?.matchLabels;
}

describe("manifests for Kubernetes", () => {
  let manifests: readonly Typed[];
  let whole: readonly Manifest[];
  let program: Program;
  before(() => {
    manifests = readManifests();
    whole = manifests
      .filter(({ extent }) => extent === "whole")
      .map(({ manifest }) => manifest);
    program = readProgram();
  });
  const named = (kind: string, name: string): Manifest =>
    whole.find((each) => each.kind === kind && each.metadata.name === name) ??
    assert.fail(`no ${kind} ${name}`);

  test("have only keys that Kubernetes knows, with values of the right kind", () => {
    assert.ok(manifests.length >= 12);
    assert.deepEqual(typeProblems(manifests), []);
    assert.deepEqual(strayFiles(), []);
  });

  test("fit the program: health addresses, settings, commands; and let pods do nothing they need not", () => {
    for (const manifest of whole)
      assert.deepEqual(podProblems(manifest, program), []);
    for (const name of ["NODE_ENV", "PUBLIC_BASE_DOMAIN"])
      assert.ok(program.configMaps.get("openrathaus-settings")?.has(name));
  });

  test("find the pods and ports that they mean", () => {
    const pods = whole.map(podLabels).filter((each) => each !== undefined);
    const lost = whole.filter((each) => {
      const wanted = Object.entries(selectionOf(each) ?? {});
      return (
        wanted.length > 0 &&
        !pods.some((have) =>
          wanted.every(([key, value]) => have[key] === value),
        )
      );
    });
    assert.deepEqual(
      lost.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
      [],
    );
    const ports = containersOf(named("Deployment", "openrathaus-web")).flatMap(
      (each) => each.ports.map((port) => port.name),
    );
    assert.deepEqual(ports, ["http", "metrics"]);
    assert.match(
      JSON.stringify(named("Service", "openrathaus-web")),
      /"targetPort":"http"/,
    );
  });

  test("name the class of their controller: ingress-nginx leaves others alone", () => {
    const classes = whole
      .filter(({ kind }) => kind === "Ingress")
      .map(
        ({ spec }) =>
          z.looseObject({ ingressClassName: z.string().optional() }).parse(spec)
            .ingressClassName,
      );
    assert.deepEqual(classes, ["nginx", "nginx"]);
  });

  test("let Prometheus read figures where each process gives them, and nobody else", () => {
    const listen = [...settingValues("METRICS_LISTEN")];
    assert.equal(listen.length, 1);
    const port = /:(?<port>\d+)$/u.exec(listen[0] ?? "")?.groups?.["port"];
    for (const name of ["openrathaus-web", "openrathaus-worker"]) {
      const deployment = named("Deployment", name);
      const [given] = containersOf(deployment).flatMap((each) =>
        each.ports.filter((one) => one.name === "metrics"),
      );
      assert.equal(given?.["containerPort"], Number(port));
      assert.match(
        JSON.stringify(deployment.spec),
        new RegExp(`"prometheus.io/port":"${String(port)}"`),
      );
    }
    const policy = named("NetworkPolicy", "openrathaus-metrics");
    assert.deepEqual(
      z.looseObject({ ingress: z.unknown() }).parse(policy.spec).ingress,
      [
        {
          from: [
            {
              namespaceSelector: {
                matchLabels: { "kubernetes.io/metadata.name": "monitoring" },
              },
            },
          ],
          ports: [{ protocol: "TCP", port: "metrics" }],
        },
      ],
    );
    assert.doesNotMatch(
      JSON.stringify(named("Service", "openrathaus-web")),
      /metrics/,
    );
  });

  test("are told of a process that grows before Kubernetes ends it", () => {
    const told =
      /_memory_bytes\{kind="resident"\}\) > (?<bytes>[\d.e]+)$/mu.exec(
        readText("deploy/prometheus/alerts.yml"),
      )?.groups?.["bytes"];
    for (const name of ["openrathaus-web", "openrathaus-worker"])
      for (const { resources } of containersOf(named("Deployment", name))) {
        const gibibytes = /^(?<number>\d+)Gi$/u.exec(resources.limits.memory);
        assert.ok(
          Number(told) < Number(gibibytes?.groups?.["number"]) * 2 ** 30,
          `${name}: told at ${String(told)} bytes`,
        );
      }
  });

  test("an unknown key, a wrong value and a missing one are noticed, also in a patch", () => {
    const plant = (text: string, extent: Typed["extent"]): Typed => {
      const [manifest = assert.fail()] = manifestsIn(text);
      return { manifest, extent, file: "planted" };
    };
    const head =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: planted }\n";
    const problems = typeProblems([
      plant(`${head}spec: { template: { spec: { contaners: [] } } }`, "part"),
      plant(`${head}spec: { replicas: three }`, "part"),
      plant(`${head}spec: { replicas: 3 }`, "whole"),
      plant(`${head}spec: { replicas: 3 }`, "part"),
    ]);
    assert.equal(problems.length, 3);
    assert.match(problems[0] ?? "", /'"contaners"' does not exist/);
    assert.match(problems[1] ?? "", /'string' is not assignable/);
    assert.match(problems[2] ?? "", /missing the following properties/);
  });

  test("a wrong probe, setting, command or right is noticed", () => {
    const plant = (from: string, to: string) => {
      const text = JSON.stringify(named("Deployment", "openrathaus-web"));
      assert.ok(text.includes(from), from);
      const [manifest = assert.fail()] = manifestsIn(text.replace(from, to));
      return podProblems(manifest, program);
    };
    assert.deepEqual(plant('"/readyz"', '"/health"'), [
      "web: no address /health",
    ]);
    assert.deepEqual(plant('"readinessProbe"', '"someProbe"'), [
      "web: ready as soon as it was begun",
    ]);
    assert.deepEqual(
      plant('"envFrom"', '"env":[{"name":"DATABSE_URL"}],"envFrom"'),
      ["web: no setting DATABSE_URL"],
    );
    assert.deepEqual(plant('["start","web"]', '["serve"]'), [
      'web: no command "serve"',
    ]);
    assert.equal(
      plant('"runAsNonRoot":true', '"runAsNonRoot":false').length,
      1,
    );
    assert.equal(
      plant('"readOnlyRootFilesystem":true', '"privileged":true').length,
      1,
    );
  });

  test("are put together by kustomize, where it is", (t) => {
    const rendered = renderOverlay();
    if (!rendered) {
      t.skip("neither kustomize nor kubectl is on PATH");
      return;
    }
    assert.deepEqual(
      typeProblems(
        rendered.map((manifest) => ({
          manifest,
          extent: "whole",
          file: "rendered",
        })),
      ),
      [],
    );
    const web = rendered.find(
      ({ metadata }) => metadata.name === "openrathaus-web",
    );
    assert.match(JSON.stringify(rendered), /"replicas":6/);
    assert.match(
      JSON.stringify(rendered),
      /"image":"registry\.example\.org\/openrathaus:0\.1\.0"/,
    );
    assert.ok(web);
  });
});
