import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { namespace } from "./overlay.ts";

const template =
  '{.metadata.name} {.metadata.labels.app\\.kubernetes\\.io/component} {.status.containerStatuses[0].restartCount} {.status.containerStatuses[0].state.terminated.exitCode}{"\\n"}';

/** What became of the pods, whoever ended them. */
export type PodLives = {
  /** Exit codes of those that ended, by component and pod. */
  exitCodes(component: string): ReadonlyMap<string, number>;
  /** How often a container was started again in its pod. */
  restarts(component: string): number;
  stop(): void;
};

/** Follows the pods: when one is gone nobody can be asked any more how it ended. */
export function watchPods(access: string): PodLives {
  const codes = new Map<string, { component: string; exitCode: number }>();
  const restarts = new Map<string, { component: string; times: number }>();
  const child = spawn("kubectl", [
    `--kubeconfig=${access}`,
    `--namespace=${namespace}`,
    ...["get", "pods", "--watch", `--output=jsonpath=${template}`],
  ]);
  createInterface(child.stdout).on("line", (line) => {
    const [name = "", component = "", times = "", exitCode = ""] =
      line.split(" ");
    if (times !== "") restarts.set(name, { component, times: Number(times) });
    if (exitCode !== "")
      codes.set(name, { component, exitCode: Number(exitCode) });
  });
  return {
    exitCodes: (component) =>
      new Map(
        [...codes]
          .filter(([, each]) => each.component === component)
          .map(([name, { exitCode }]) => [name, exitCode]),
      ),
    restarts: (component) =>
      [...restarts.values()]
        .filter((each) => each.component === component)
        .reduce((sum, { times }) => sum + times, 0),
    stop: () => void child.kill("SIGTERM"),
  };
}
