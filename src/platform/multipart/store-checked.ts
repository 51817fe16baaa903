import type { MediaType } from "../files/content-verdict.ts";
import type { StoredFile } from "../files/file-store.ts";
import { checkedContent, UnwantedContent } from "./checked-content.ts";
import { cleanFilename, withEndingOf } from "./clean-filename.ts";

export type CheckedFile = StoredFile & {
  readonly filename: string;
  /** From the content, never from the name. */
  readonly mediaType: MediaType;
};

/** Stores bytes that came otherwise than in a form, by the same rules. Undefined: too large, of no allowed type, broken, or empty. */
export async function storeChecked(
  content: Buffer,
  {
    filename,
    maxBytes,
    put,
  }: {
    readonly filename: string;
    readonly maxBytes: number;
    readonly put: (content: AsyncIterable<Uint8Array>) => Promise<StoredFile>;
  },
): Promise<CheckedFile | undefined> {
  if (content.length === 0) return undefined;
  const checked = checkedContent(once(content), {
    maxFileBytes: maxBytes,
    leftBytes: maxBytes,
  });
  try {
    const stored = await put(checked.content);
    const mediaType = checked.mediaType();
    const name = withEndingOf(cleanFilename(filename), mediaType);
    return { ...stored, filename: name, mediaType };
  } catch (error) {
    if (error instanceof UnwantedContent) return undefined;
    throw error;
  }
}

async function* once(content: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}
