import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { parseAllDocuments } from "yaml";
import { isKept, reportOf } from "./report.ts";
import type { Exercised } from "./exercise.ts";
import { renderOverlay } from "./manifests.ts";
import { missingPrograms } from "./programs.ts";
import { tryProgram } from "./run-program.ts";

const loaded = (failed: number) => ({
  ledger: {
    acknowledged: [{ key: "a", reference: "b", atMs: 0 }],
    cutOff: 0,
    troubles: new Map<string, number>(),
    surprises: [],
  },
  read: { requests: 10, failed, failedBy: {}, slowestMs: 20 },
  seconds: 3,
});

const done = (
  changes: Partial<Exercised> & { readonly failed?: number },
): Exercised => ({
  seen: [{ what: "shell", seen: "false", isRight: true }],
  upgraded: loaded(changes.failed ?? 0),
  evicted: { ...loaded(0), pods: 3, refusals: 4 },
  findings: [{ promise: "once", counted: 1, broken: [] }],
  database: "PostgreSQL 18",
  cluster: "Kubernetes v1.20.2",
  ...changes,
});

describe("the drill on a cluster", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "orh-cluster-test-"));
  });
  after(() => rm(folder, { recursive: true }));

  test("says which programs are missing, and what they come from", async () => {
    const before = missingPrograms([folder], folder);
    assert.ok(before.includes("etcd (etcd-server)"));
    assert.ok(before.some((line) => line.includes("containernetworking")));
    for (const name of ["etcd", "bridge", "host-local"]) {
      await writeFile(path.join(folder, name), "");
      await chmod(path.join(folder, name), 0o755);
    }
    const left = missingPrograms([folder], folder);
    assert.equal(left.length, before.length - 2);
    assert.ok(!left.includes("etcd (etcd-server)"));
  });

  test("fails when one request failed, a pod was wrong, a promise was broken or no budget held", () => {
    assert.equal(isKept(done({})), true);
    assert.equal(isKept(done({ failed: 1 })), false);
    const wrong = { what: "shell", seen: "true", isRight: false };
    assert.equal(isKept(done({ seen: [wrong] })), false);
    assert.match(
      reportOf(done({ seen: [wrong] }), ""),
      /shell \| true \| \*\*wrong/,
    );
    const broken = [{ promise: "once", counted: 1, broken: ["twice"] }];
    assert.equal(isKept(done({ findings: broken })), false);
    const unheld = { ...loaded(0), pods: 3, refusals: 0 };
    assert.equal(isKept(done({ evicted: unheld })), false);
  });

  test("runs the example that operators copy, with nothing left out", async (t) => {
    if (
      (await tryProgram({ command: "kubectl", args: ["kustomize", "--help"] }))
        .exitCode !== 0
    ) {
      t.skip("kubectl is not on PATH");
      return;
    }
    const rendered = await renderOverlay(folder, { tag: "9.9.9" });
    const kinds = parseAllDocuments(rendered).map(
      (each) => (each.toJS() as { kind: string }).kind,
    );
    assert.deepEqual(kinds.toSorted(), [
      ...["ConfigMap", "Deployment", "Deployment", "Ingress", "Ingress", "Job"],
      ...["Namespace", "NetworkPolicy", "NetworkPolicy", "NetworkPolicy"],
      ...["PodDisruptionBudget", "PodDisruptionBudget"],
      ...["Service", "ServiceAccount"],
    ]);
    assert.match(rendered, /image: localhost\/openrathaus:9\.9\.9/);
    assert.doesNotMatch(rendered, /registry\.example\.org/);
  });
});
