export { aliveEveryMs, tellAlive, tellEnd } from "./use-cases/keep-watch.ts";
export {
  keepLooks,
  lookAtComponents,
  type Probes,
} from "./use-cases/look-at-components.ts";
export type { Look } from "./domain/component.ts";
export { countForConsole, takeSample } from "./use-cases/take-sample.ts";
export type { DiskSpace, FigureSources } from "./ports.ts";
