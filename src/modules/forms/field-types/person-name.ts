import { personNameErrors, personNameName } from "./i18n/person-name.ts";
import { defineTextType, withSingleSpaces } from "./text-field.ts";

/** Name of a natural person, or a part of it. @see DIN 91379, data type A */
export const personName = defineTextType({
  format: "person-name",
  name: personNameName,
  errors: personNameErrors,
  tidy: withSingleSpaces,
  checkFormat: (value) => {
    const foreign = /[^\p{L}\p{M} ',.`~¨´·\u02B9-\u02CC\u2019\u2021-]/u.exec(
      value,
    );
    if (foreign)
      return { code: "person-name", params: { character: foreign[0] } };
    return /\p{L}/u.test(value) ? undefined : { code: "person-name-letters" };
  },
  input: { spellCheck: false },
  samples: ({ minLength = 0, maxLength = 50 }) => ({
    valid: [
      "Łukasz Onal-Ș".slice(0, maxLength).padEnd(minLength, "a"),
      " Erika  Maria ".slice(0, maxLength + 1).padEnd(minLength, "a"),
    ],
    invalid: ["R2D2", "Erika & Max", "...", "王"],
  }),
});
