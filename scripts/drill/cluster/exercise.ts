import pg from "pg";
import { stringify } from "yaml";
import { compare, waitUntilDelivered, type Finding } from "../compare.ts";
import { giveToPods } from "./give-to-pods.ts";
import type { Backing } from "./backing.ts";
import { pauseImage } from "./image.ts";
import { lookInside, type Seen } from "./inside.ts";
import type { Kubectl } from "./kubectl.ts";
import type { MachineCluster } from "./machine-cluster.ts";
import { prepareNamespace, renderOverlay } from "./manifests.ts";
import { demoSettings, namespace } from "./overlay.ts";
import {
  evictAll,
  tryBrokenVersion,
  upgrade,
  type Evicted,
} from "./replace-pods.ts";
import { service, underLoad, type Load, type Loaded } from "./under-load.ts";
import { watchPods, type PodLives } from "./watch-pods.ts";

export type ExerciseInput = {
  readonly cluster: MachineCluster;
  readonly backing: Backing;
  readonly folder: string;
  /** Of the image: the one to begin with, and the one that replaces it. */
  readonly tags: readonly [string, string];
  readonly load: Omit<Load, "name">;
  readonly onDone: (what: string) => void;
};

export type Exercised = {
  readonly seen: readonly Seen[];
  readonly upgraded: Loaded;
  readonly evicted: Evicted & Loaded;
  readonly findings: readonly Finding[];
  readonly database: string;
  /** Versions of what the cluster is made of. */
  readonly cluster: string;
};

/** Installs, upgrades and empties as the page on Kubernetes says, while people read and send. */
export async function exercise(input: ExerciseInput): Promise<Exercised> {
  const { cluster, backing, folder, tags, load, onDone } = input;
  const { kubectl } = cluster;
  const lives = watchPods(cluster.access);
  try {
    const seen = [...(await install(input))];
    onDone("installed");
    for (const name of ["web", "worker"])
      seen.push(...(await lookInside(kubectl, `deploy/openrathaus-${name}`)));
    await backing.seed();
    await giveToPods(backing.dataDir);
    await upgrade(kubectl, folder, { tag: tags[0], settings: demoSettings });
    onDone("looked inside, sown");
    const upgraded = await underLoad({ ...load, name: "upgrade" }, () =>
      upgrade(kubectl, folder, { tag: tags[1], settings: demoSettings }),
    );
    onDone("upgraded");
    const evicting: { done?: Evicted } = {};
    const whileEvicted = await underLoad(
      { ...load, name: "evict" },
      async () => {
        evicting.done = await evictAll(kubectl);
      },
    );
    onDone("evicted");
    for (const component of ["web", "worker"])
      seen.push(...endsOf(component, lives));
    for (const component of ["web", "worker"])
      seen.push(await tryBrokenVersion(kubectl, component));
    return {
      seen,
      upgraded,
      evicted: {
        ...whileEvicted,
        ...(evicting.done ?? { pods: 0, refusals: 0 }),
      },
      ...(await judge(backing, [upgraded, whileEvicted])),
      cluster: await versionsOf(kubectl),
    };
  } finally {
    lives.stop();
  }
}

/** Everything at once, as `kubectl apply -k` does it. */
async function install({
  cluster: { kubectl },
  backing,
  folder,
  tags: [tag],
}: ExerciseInput): Promise<readonly Seen[]> {
  await prepareNamespace(kubectl, backing);
  const rendered = await renderOverlay(folder, { tag });
  const tried = await kubectl.tried(
    ["apply", "--dry-run=server", "--filename=-"],
    rendered,
  );
  const planted = await kubectl.tried(
    ["apply", "--dry-run=server", "--filename=-"],
    rendered.replace("maxUnavailable: 0", "maxUnavailabel: 0"),
  );
  const root = await kubectl.tried(
    ["apply", "--dry-run=server", "--filename=-"],
    stringify(podOfRoot),
  );
  await giveToPods(backing.dataDir);
  await upgrade(kubectl, folder, { tag });
  const again = await kubectl.tried(["diff", "--filename=-"], rendered);
  const objects = rendered.match(/^kind: /gm)?.length ?? 0;
  return [
    {
      what: "objects that the server takes",
      seen: tried.isDone ? String(objects) : tried.said.slice(0, 500),
      isRight: tried.isDone,
    },
    {
      what: "control: a key with a slip of the pen",
      seen: planted.isDone ? "taken" : "refused",
      isRight: !planted.isDone,
    },
    {
      what: "control: a pod of root, beside pods that are “restricted”",
      seen: root.isDone ? "taken" : "refused",
      isRight: !root.isDone,
    },
    {
      what: "what the server keeps differs from the manifests",
      seen: again.isDone ? "no" : again.said.slice(0, 500),
      isRight: again.isDone,
    },
  ];
}

async function versionsOf(kubectl: Kubectl): Promise<string> {
  const info = ["kubeletVersion", "containerRuntimeVersion", "kernelVersion"];
  const said = await kubectl.run([
    ...["get", "nodes"],
    `--output=jsonpath=${info.map((name) => `{.items[0].status.nodeInfo.${name}}`).join(" ")}`,
  ]);
  const [kubernetes = "", runtime = "", kernel = ""] = said.split(" ");
  return `Kubernetes ${kubernetes}, ${runtime.replace("://", " ")}, Linux ${kernel}`;
}

const podOfRoot = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "root", namespace },
  spec: {
    containers: [
      { name: "root", image: pauseImage, securityContext: { runAsUser: 0 } },
    ],
  },
};

function endsOf(component: string, lives: PodLives): readonly Seen[] {
  const codes = lives.exitCodes(component);
  const bad = [...codes].filter(([, code]) => code !== 0);
  return [
    {
      what: `${component}: pods that ended, and with another code than 0`,
      seen: `${String(codes.size)}, ${String(bad.length)}${bad.map(([name, code]) => ` (${name}: ${String(code)})`).join("")}`,
      isRight: codes.size > 0 && bad.length === 0,
    },
    {
      what: `${component}: containers that Kubernetes started again in their pod`,
      seen: String(lives.restarts(component)),
      isRight: lives.restarts(component) === 0,
    },
  ];
}

async function judge(
  backing: Backing,
  loads: readonly Loaded[],
): Promise<Pick<Exercised, "findings" | "database">> {
  const database = new pg.Client(backing.database);
  await database.connect();
  try {
    await waitUntilDelivered(database, 300_000);
    const { rows } = await database.query<{ server_version: string }>(
      "show server_version",
    );
    const ledger = {
      acknowledged: loads.flatMap(({ ledger: each }) => each.acknowledged),
      cutOff: loads.reduce((sum, { ledger: each }) => sum + each.cutOff, 0),
      troubles: new Map(
        loads.flatMap(({ ledger: each }) => [...each.troubles]),
      ),
      surprises: loads.flatMap(({ ledger: each }) => each.surprises),
    };
    return {
      findings: await compare({
        portal: { ...service, dataDir: backing.dataDir },
        database,
        ledger,
      }),
      database: `PostgreSQL ${rows[0]?.server_version ?? "unknown"}`,
    };
  } finally {
    await database.end();
  }
}
