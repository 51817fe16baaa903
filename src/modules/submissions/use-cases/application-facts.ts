import { placeFacts, ruleHolds } from "../../forms/deciding.ts";
import { applicantFacts } from "../../forms/own-data.ts";
import type { ApplicationFacts } from "../ports.ts";
import { evaluateDraft, type EvaluatedDraft } from "./evaluate-draft.ts";

/** What a draft says that may decide who receives it; of hidden questions nothing. */
export function applicationFacts(draft: EvaluatedDraft): ApplicationFacts {
  const { answers } = evaluateDraft(draft);
  const { definition, today } = draft;
  const { familyName, ...home } = applicantFacts(definition, answers);
  const { ars, postcode, street, town } = placeFacts(definition, answers) ?? {
    ars: undefined,
    ...home,
  };
  return {
    familyName,
    ars,
    postcode,
    street,
    town,
    holds: (rule) => ruleHolds(definition, answers, { rule, today }),
  };
}
