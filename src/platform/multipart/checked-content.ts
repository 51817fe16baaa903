import type { MediaType } from "../files/content-verdict.ts";
import { createContentInspector } from "../files/media-type.ts";

/** Stops the store in the middle of a file that will not be kept. Never leaves this folder. */
export class UnwantedContent extends Error {
  readonly outcome: "too-large" | "type-not-allowed";

  constructor(outcome: "too-large" | "type-not-allowed") {
    super(outcome);
    this.name = "UnwantedContent";
    this.outcome = outcome;
  }
}

/** What is left to take, shared by all files of one request. */
export type Allowance = {
  readonly maxFileBytes: number;
  readonly maxFiles: number;
  leftBytes: number;
  leftFiles: number;
};

/** A file's bytes on their way into the store; `mediaType` answers once they have all passed. */
export type CheckedContent = {
  readonly content: AsyncIterable<Uint8Array>;
  readonly mediaType: () => MediaType;
};

/** Passes bytes on while they are within the allowance and look like an allowed type; throws `UnwantedContent` otherwise. */
export function checkedContent(
  source: AsyncIterable<Uint8Array>,
  allowance: Pick<Allowance, "maxFileBytes" | "leftBytes">,
): CheckedContent {
  let mediaType: MediaType | undefined;

  async function* check(): AsyncGenerator<Uint8Array> {
    const inspector = createContentInspector();
    let sizeBytes = 0;
    for await (const chunk of source) {
      sizeBytes += chunk.length;
      allowance.leftBytes -= chunk.length;
      if (sizeBytes > allowance.maxFileBytes || allowance.leftBytes < 0)
        throw new UnwantedContent("too-large");
      if (inspector.inspect(chunk))
        throw new UnwantedContent("type-not-allowed");
      yield chunk;
    }
    const verdict = inspector.conclude();
    if (verdict.kind === "refused")
      throw new UnwantedContent("type-not-allowed");
    mediaType = verdict.mediaType;
  }

  return {
    content: check(),
    mediaType: () => {
      if (!mediaType)
        throw new Error(
          "the store confirmed a file without reading it to its end",
        );
      return mediaType;
    },
  };
}
