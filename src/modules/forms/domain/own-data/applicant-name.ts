import type { Answers } from "../answers.ts";
import type { AccountSource, FormDefinition } from "../form-definition.ts";
import { ownPlaces } from "./own-places.ts";
import { answerAt } from "./set-answers.ts";

/** Who applies, as they wrote it where the form asks for the applicant; undefined where it does not. An organisation goes before who acts for it. */
export function applicantName(
  definition: FormDefinition,
  answers: Answers,
): string | undefined {
  const places = ownPlaces(definition);
  const said = (...sources: readonly AccountSource[]): string | undefined => {
    const values = sources.map((wanted) => {
      const place = places.find(({ source }) => source === wanted);
      const value = place && answerAt(answers, place.path);
      return typeof value === "string" ? value.trim() : "";
    });
    return values.filter((value) => value !== "").join(" ") || undefined;
  };
  return (
    said("account.organisation-name") ??
    said("account.given-names", "account.family-name")
  );
}
