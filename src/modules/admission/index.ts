export {
  enter,
  lookAtQueue,
  type CountAtWork,
  type Standing,
} from "./use-cases/enter.ts";
