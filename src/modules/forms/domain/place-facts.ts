import { groupAnswers, occurrencesOf, type Answers } from "./answers.ts";
import type {
  FormDefinition,
  FormElement,
  PlacePart,
} from "./form-definition.ts";
import { listFields } from "./visit.ts";

/** The place that an application is about, as far as it was answered. */
export type PlaceFacts = Readonly<
  Record<Exclude<PlacePart, "none">, string | undefined>
>;

/**
 * What the fields say that a form names for it (`place`), each by its first answer. Undefined where the form names none: then it is where the
 * applicant lives.
 */
export function placeFacts(
  definition: FormDefinition,
  answers: Answers,
): PlaceFacts | undefined {
  const elements = definition.pages.flatMap((page) => page.elements);
  const names = listFields(elements).some(
    ({ place = "none" }) => place !== "none",
  );
  if (!names) return undefined;
  const said = (part: PlacePart) => firstAnswer(elements, answers, part);
  return {
    ars: said("ars"),
    postcode: said("postcode"),
    town: said("town"),
    street: said("street"),
  };
}

function firstAnswer(
  elements: readonly FormElement[],
  answers: Answers,
  part: PlacePart,
): string | undefined {
  for (const element of elements) {
    const given = occurrencesOf(answers, element.key);
    const found =
      element.kind === "group"
        ? given
            .map((each) =>
              firstAnswer(element.elements, groupAnswers(each), part),
            )
            .find((each) => each !== undefined)
        : element.place === part
          ? given.find((each) => typeof each === "string" && each.trim() !== "")
          : undefined;
    if (typeof found === "string") return found.trim();
  }
  return undefined;
}
