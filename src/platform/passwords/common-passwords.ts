import { regionalPasswords } from "./regional-passwords.ts";

/** Read at the first use and kept: some 60,000 words, 5 MB. */
const lists: { words?: Promise<ReadonlySet<string>> } = {};

/**
 * True for a password that stands on a list of leaked ones, for a common German word, and for what people of this region like to take. In
 * lower case. The lists are those of zxcvbn-ts.
 */
export async function isCommon(password: string): Promise<boolean> {
  lists.words ??= loadWords();
  return regionalPasswords.has(password) || (await lists.words).has(password);
}

async function loadWords(): Promise<ReadonlySet<string>> {
  const [common, german] = await Promise.all([
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-de"),
  ]);
  return new Set(
    [
      common.dictionary["passwords-common"],
      german.dictionary.commonWords,
      german.dictionary.firstnames,
      german.dictionary.lastnames,
    ]
      .flat()
      .map((word) => word.toLowerCase()),
  );
}
