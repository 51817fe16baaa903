export const longestSubject = 150;
export const longestBody = 4000;

export type WordingProblem =
  | { readonly kind: "empty"; readonly field: "subject" | "body" }
  | { readonly kind: "too-long"; readonly field: "subject" | "body" }
  | {
      readonly kind: "unknown-placeholder";
      readonly field: "subject" | "body";
      readonly name: string;
    }
  | { readonly kind: "needed"; readonly field: "body"; readonly name: string };

export type Words = { readonly subject: string; readonly body: string };

/** What keeps words from being used: the mail must lead somewhere, and be able to fill in what it names. */
export function findProblem(
  words: Words,
  {
    placeholders,
    needed,
  }: {
    readonly placeholders: readonly string[];
    /** Without these the mail leads nowhere. */
    readonly needed: readonly string[];
  },
): WordingProblem | undefined {
  for (const field of ["subject", "body"] as const) {
    const text = words[field];
    if (text.trim() === "") return { kind: "empty", field };
    const most = field === "subject" ? longestSubject : longestBody;
    if (text.length > most) return { kind: "too-long", field };
    const name = namesIn(text).find((it) => !placeholders.includes(it));
    if (name !== undefined) return { kind: "unknown-placeholder", field, name };
  }
  const missing = needed.find((it) => !namesIn(words.body).includes(it));
  return missing === undefined
    ? undefined
    : { kind: "needed", field: "body", name: missing };
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}
