/** What a text says as JSON, or why it is none; undefined for an empty text. */
export function readJson(
  text: string,
): { readonly value: unknown } | { readonly reason: string } | undefined {
  if (text.trim() === "") return undefined;
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : "" };
  }
}
