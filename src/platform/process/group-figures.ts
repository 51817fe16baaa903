import cluster from "node:cluster";

const everyMs = 2_000;
const word = "figures";

/** In a process of a group: hands over what `read` gives, every two seconds and once more at the end. */
export function handOverFigures(read: () => unknown): { stop(): void } {
  const send = () => {
    if (process.connected) process.send?.({ [word]: read() });
  };
  const timer = setInterval(send, everyMs);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      send();
    },
  };
}

export type FiguresListener = {
  readonly onFigures: (processId: number, figures: unknown) => void;
  readonly onEnd: (processId: number) => void;
};

/** In the process that runs a group: takes what `handOverFigures` sends. */
export function takeFigures({ onFigures, onEnd }: FiguresListener): {
  stop(): void;
} {
  const hear = (
    worker: { process: { pid?: number | undefined } },
    message: unknown,
  ) => {
    if (typeof message === "object" && message !== null && word in message)
      onFigures(worker.process.pid ?? 0, message[word]);
  };
  const end = (worker: { process: { pid?: number | undefined } }) => {
    onEnd(worker.process.pid ?? 0);
  };
  cluster.on("message", hear);
  cluster.on("exit", end);
  return {
    stop: () => {
      cluster.off("message", hear);
      cluster.off("exit", end);
    },
  };
}
