import { listFiles, type FileAnswer } from "../../forms/index.ts";
import type { Submission } from "./read-submission.ts";

/** Answers to fields first, then what came beside them from another portal. */
export const filesOf = ({
  answers,
  arrival,
}: Pick<Submission, "answers" | "arrival">): readonly FileAnswer[] => [
  ...listFiles(answers),
  ...(arrival?.files ?? []),
];
