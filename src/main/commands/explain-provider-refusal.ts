import type { SaveProviderRefusal } from "../../modules/federation/index.ts";
import { CommandError } from "./command-error.ts";

type Refusal = SaveProviderRefusal | { readonly kind: "not-found" };

const cures: Readonly<Record<Refusal["kind"], string>> = {
  "not-permitted": "only operators may.",
  "not-found": "there is no identity provider with this key.",
  "key-invalid":
    "the key must begin with a small letter, have 2 to 39 small letters, digits and hyphens, and not be local, counter or self.",
  "key-of-another-kind":
    "a provider of another kind has this key, and accounts are linked with it; choose another key.",
  "settings-invalid": "please check:",
};

/** Turns a refusal into what the person at the command line reads: its code, the cause and the cure. */
export function explainProviderRefusal(refusal: Refusal): CommandError {
  const problems =
    "problems" in refusal
      ? refusal.problems.map((problem) => `\n  ${problem}`).join("")
      : "";
  return new CommandError(
    `Not done (${refusal.kind}): ${cures[refusal.kind]}${problems}`,
  );
}
