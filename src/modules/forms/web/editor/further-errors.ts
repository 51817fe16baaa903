import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Option } from "../../../../ui/select.ts";
import { isGivenField } from "../../domain/visit.ts";
import { missingProblem, mistakesIn } from "../../field-types/field-types.ts";
import { listExamplePlaces } from "../../rules/example-places.ts";
import { isVisible } from "../../rules/run-examples.ts";
import { describeExpectedError } from "../../use-cases/describe-occurrence.ts";
import type { TriedExample } from "./example-values.ts";

/** Errors to choose from that the example does not have: something missing or filled in wrongly, and what checks say. */
export function furtherErrors(
  { evaluated, errors }: TriedExample,
  locale: Locale,
): Option[] {
  const { definition } = evaluated;
  const { checks = [] } = definition;
  const known = new Set(errors.map(({ name }) => name));
  return listExamplePlaces(evaluated)
    .filter(({ path }) => isVisible(evaluated, path))
    .flatMap(({ path, field }) => {
      const keys = path
        .split(".")
        .filter((_, index) => index % 2 === 0)
        .join(".");
      const ofField =
        field && !isGivenField(field)
          ? [missingProblem(field), ...mistakesIn(field)].map(
              ({ code }) => code,
            )
          : [];
      const ofChecks = checks
        .filter(({ elementPath }) => elementPath === keys)
        .map(({ id }) => `check:${id}`);
      return [...ofField, ...ofChecks].map((code) => `${path}.0 ${code}`);
    })
    .filter((name) => !known.has(name))
    .map((value) => ({
      value,
      label: describeExpectedError(definition, value, locale),
    }));
}
