/** What stands in the inputs of an element's page, by name. */
export type ElementValues = Readonly<Record<string, string>>;

/** A number where a number was typed. */
export function numberOrText(typed: string | undefined): number | string {
  const text = (typed ?? "").trim().replace(",", ".");
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
