import type { Answers } from "../answers.ts";
import type { AccountSource, FormDefinition } from "../form-definition.ts";
import { ownPlaces } from "./own-places.ts";
import { answerAt } from "./set-answers.ts";

/** What the applicant wrote about themselves where the form asks for the applicant; undefined where it does not. */
export type ApplicantFacts = {
  readonly givenNames: string | undefined;
  readonly familyName: string | undefined;
  /** Such as `1981-05-07`. */
  readonly birthday: string | undefined;
  readonly email: string | undefined;
  readonly street: string | undefined;
  readonly postcode: string | undefined;
  readonly town: string | undefined;
};

/** What tells one applicant from another, and where they live. */
export function applicantFacts(
  definition: FormDefinition,
  answers: Answers,
): ApplicantFacts {
  const places = ownPlaces(definition);
  const said = (wanted: AccountSource): string | undefined => {
    const place = places.find(({ source }) => source === wanted);
    const value = place && answerAt(answers, place.path);
    return typeof value === "string" && value.trim() !== ""
      ? value.trim()
      : undefined;
  };
  return {
    givenNames: said("account.given-names"),
    familyName: said("account.family-name"),
    birthday: said("account.date-of-birth"),
    email: said("account.email"),
    street: said("account.street"),
    postcode: said("account.postcode"),
    town: said("account.town"),
  };
}
