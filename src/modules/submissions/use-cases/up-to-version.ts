import type { Submission } from "./read-submission.ts";

/** What was sent up to a version, the deposit being the first. */
export function upToVersion(
  submission: Submission,
  version: number,
): Submission {
  const amendments = submission.amendments.filter(
    (amendment) => amendment.version <= version,
  );
  const first = submission.amendments[0];
  const last = amendments.at(-1);
  if (!first || amendments.length === submission.amendments.length)
    return submission;
  return {
    ...submission,
    ...(last?.after ?? first.before),
    provenance: last?.provenance ?? submission.firstProvenance,
    currentHash: last?.contentHash ?? submission.contentHash,
    amendments,
  };
}
