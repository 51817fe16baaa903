/** The draft was sent already, saved since, removed, or malware was found in one of its files. Nothing of its transaction can be saved. */
export class NothingToSend extends Error {
  readonly code = "nothing-to-send";
}

/** Throws what the database said; as `NothingToSend` where `submissions.refuse_sending` did. */
export function throwRefused(error: unknown): never {
  if (error instanceof Error && Reflect.get(error, "code") === "OR001")
    throw new NothingToSend("submissions: the draft cannot be sent any more", {
      cause: error,
    });
  throw error;
}
