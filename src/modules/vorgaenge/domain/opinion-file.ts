/** A file that an expert put to an answer. It lies with the authority that asked. */
export type OpinionFile = {
  readonly fileId: string;
  readonly opinionId: string;
  readonly filename: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** `unscanned`: this installation has no scanner for malware. */
  readonly scan: "clean" | "unscanned";
};

export const mostAnswerFiles = 5;
export const mostAnswerBytes = 20 * 1024 * 1024;

/** Why a file of an answer was not taken. */
export type AnswerFileFault =
  | "too-large"
  | "too-many"
  | "type-not-allowed"
  | "empty"
  | "no-room"
  | "infected"
  | "not-scanned"
  | "forgotten";

/** What a name of a file is encrypted for. */
export function opinionFilePurpose(fileId: string): string {
  return `vorgaenge.opinion-file:${fileId}`;
}
