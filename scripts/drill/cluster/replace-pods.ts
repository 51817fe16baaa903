import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Kubectl } from "./kubectl.ts";
import { renderOverlay } from "./manifests.ts";
import { namespace, type OverlayInput } from "./overlay.ts";
import type { Seen } from "./inside.ts";

const inNamespace = `--namespace=${namespace}`;
const pods = z.object({
  items: z.array(
    z.object({
      metadata: z.object({
        name: z.string(),
        deletionTimestamp: z.string().optional(),
      }),
    }),
  ),
});

/** The way of the page on Kubernetes: the Job anew, everything applied, waited for. */
export async function upgrade(
  kubectl: Kubectl,
  folder: string,
  input: OverlayInput,
): Promise<void> {
  await kubectl.run([
    ...["delete", "job", "openrathaus-migrate", "--ignore-not-found"],
    inNamespace,
  ]);
  await kubectl.run(
    ["apply", "--filename=-"],
    await renderOverlay(folder, input),
  );
  await kubectl.run([
    ...["wait", "--for=condition=complete", "job/openrathaus-migrate"],
    ...["--timeout=10m", inNamespace],
  ]);
  for (const name of ["web", "worker"])
    await kubectl.run([
      ...["rollout", "status", `deployment/openrathaus-${name}`],
      ...["--timeout=10m", inNamespace],
    ]);
}

/** Names of the pods of a component that nobody has asked to end. */
async function podNames(
  kubectl: Kubectl,
  component: string,
): Promise<readonly string[]> {
  const found = pods.parse(
    await kubectl.read([
      ...["get", "pods", inNamespace],
      `--selector=app.kubernetes.io/component=${component}`,
    ]),
  );
  return found.items
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .map(({ metadata }) => metadata.name);
}

export type Evicted = {
  readonly pods: number;
  /** How often the budget said: not yet. */
  readonly refusals: number;
};

/** Evicts every web pod that there is, as `kubectl drain` does: asks again every second where the budget refuses. */
export async function evictAll(kubectl: Kubectl): Promise<Evicted> {
  const names = await podNames(kubectl, "web");
  let refusals = 0;
  for (const name of names) {
    const deadline = performance.now() + 300_000;
    for (;;) {
      const { isDone, said } = await evict(kubectl, name);
      if (isDone) break;
      if (!/disruption budget/.test(said) || performance.now() > deadline)
        throw new Error(`drill: ${name} is not evicted: ${said}`);
      refusals += 1;
      await sleep(1_000);
    }
  }
  await kubectl.run([
    ...["rollout", "status", "deployment/openrathaus-web"],
    ...["--timeout=5m", inNamespace],
  ]);
  return { pods: names.length, refusals };
}

function evict(kubectl: Kubectl, name: string) {
  return kubectl.tried(
    [
      ...["create", "--filename=-", "--raw"],
      `/api/v1/namespaces/${namespace}/pods/${name}/eviction`,
    ],
    JSON.stringify({
      apiVersion: "policy/v1beta1",
      kind: "Eviction",
      metadata: { name, namespace },
    }),
  );
}

/** A version that never starts: the one before goes on with all its processes. */
export async function tryBrokenVersion(
  kubectl: Kubectl,
  component: string,
): Promise<Seen> {
  const deployment = `deployment/openrathaus-${component}`;
  const before = await podNames(kubectl, component);
  await kubectl.run([
    ...["set", "env", deployment, "SECRET_KEYS=broken", inNamespace],
  ]);
  const { isDone } = await kubectl.tried([
    ...["rollout", "status", deployment, "--timeout=40s", inNamespace],
  ]);
  const after = await podNames(kubectl, component);
  await kubectl.run(["rollout", "undo", deployment, inNamespace]);
  await kubectl.run([
    ...["rollout", "status", deployment, "--timeout=5m", inNamespace],
  ]);
  const left = before.filter((name) => after.includes(name)).length;
  return {
    what: `${component}: a version that does not start is rolled out; pods of the one before that go on`,
    seen: `${String(left)} of ${String(before.length)}${isDone ? ", and it was taken for done" : ""}`,
    isRight: !isDone && left === before.length,
  };
}
