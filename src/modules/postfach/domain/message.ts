/**
 * What a message is. `decision` brings a Bescheid, `receipt` confirms a deposit and has no words of its own; `answer` goes from the
 * applicant to the authority, all others to the applicant.
 */
export type MessageKind =
  | "message"
  | "question"
  | "decision"
  | "receipt"
  | "answer";

/** Kinds that an authority sends. */
export type ProvidedKind = Exclude<MessageKind, "answer">;

/** Long enough for a letter. */
export const maxTextLength = 10_000;

/** Of one answer. */
export const maxAnswerFiles = 10;
export const maxAnswerBytes = 100_000_000;

/** What is encrypted is bound to its row, so that nothing can be passed off as something else. */
export const purposes = {
  body: (messageId: string) => `postfach/message/${messageId}`,
  draft: (threadId: string) => `postfach/draft/${threadId}`,
  filename: (documentId: string) => `postfach/document/${documentId}`,
  labels: (threadId: string) => `postfach/labels/${threadId}`,
};

/** As people type it, with one kind of line break and nothing around it. */
export function normaliseText(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}
