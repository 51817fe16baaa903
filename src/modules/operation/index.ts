export { aliveEveryMs, tellAlive, tellEnd } from "./use-cases/keep-watch.ts";
export { takeSample } from "./use-cases/take-sample.ts";
export type { DiskSpace, FigureSources } from "./ports.ts";
