import type { Row } from "../table.ts";
import {
  overloadFigures,
  quickOverload,
  wholeOverload,
} from "./overload-figures.ts";
import { slowClientFigures } from "./slow-clients.ts";

export type OverloadOptions = {
  readonly only: readonly string[];
  readonly quick: boolean;
  readonly control: boolean;
  readonly connections?: string | undefined;
};

/** What is asked for of too many applicants and of slow ones, each as soon as it is measured. */
export async function* overloadRows(
  { only, quick, control, connections = "600" }: OverloadOptions,
  report: (line: string) => void,
): AsyncGenerator<Row> {
  const effort = quick ? quickOverload : wholeOverload;
  if (only.includes("overload"))
    yield* await overloadFigures({ ...effort, isControl: control }, report);
  if (only.includes("slow-clients"))
    yield* await slowClientFigures(Number(connections), report);
}
