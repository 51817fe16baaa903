import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  findForeignCharacter,
  withCommonCharacters,
} from "../../../platform/values/latin-characters.ts";
import { recordAudit } from "../../audit/index.ts";
import { citizenIn } from "./citizen.ts";
import {
  isPossibleEnd,
  isRealDay,
  type DeclaredBasis,
} from "../domain/mandate.ts";
import { purposes } from "../domain/purposes.ts";
import { insertMandate } from "../store/mandate-store.ts";
import type { ChosenScope } from "./give-mandate.ts";
import { enqueueEnd } from "./invitation.ts";
import { seal } from "./sealed.ts";

export type DeclareProblem =
  | "basis-missing"
  | "scope-missing"
  | "name-missing"
  | "birthday-impossible"
  | "statement-missing"
  | "end-impossible";

export type DeclareRefusal =
  | { readonly kind: "not-permitted" }
  | {
      readonly kind: "declaration-invalid";
      readonly problems: readonly DeclareProblem[];
    };

export type Declaration = {
  /** Undefined: nothing was chosen; so with the scope. */
  readonly basis: DeclaredBasis | undefined;
  readonly personName: string;
  /** `2015-03-01` */
  readonly personBirthday: string;
  /** Where the right comes from, in own words. */
  readonly statement: string;
  readonly chosen: ChosenScope | undefined;
  readonly validUntil: string;
};

const longestName = 200;
const longestStatement = 1_000;

/**
 * Somebody states to represent a person by law, who needs no account for that. Nobody has proven it: whoever handles an application is told
 * so, and may ask for the paper. @see VwVfG § 12 Abs. 3, § 14; BGB §§ 1629, 1823
 */
export async function declareRepresentation(
  context: Context,
  declaration: Declaration,
): Promise<Result<{ mandateId: string }, DeclareRefusal>> {
  const granteeId = citizenIn(context);
  const { tenantId, now } = context;
  if (granteeId === undefined) return refuse({ kind: "not-permitted" });
  const { basis, chosen, validUntil } = declaration;
  const personName = withCommonCharacters(declaration.personName).trim();
  const statement = withCommonCharacters(declaration.statement).trim();
  const typed = { ...declaration, personName, statement };
  const problems = problemsOf(typed, germanDay(now));
  if (problems.length > 0 || !basis || !chosen)
    return refuse({ kind: "declaration-invalid", problems });
  const id = newId();
  const details = await seal(context, purposes.mandate(id), {
    scopeLabel: chosen.label,
    personName,
    personBirthday: declaration.personBirthday,
    statement,
  });
  return context.transaction(async (db) => {
    await insertMandate(db, tenantId, {
      id,
      partyId: newId(),
      basis,
      grantorId: null,
      granteeId,
      scope: chosen.scope,
      details,
      validUntil,
      createdAt: now,
      acceptedAt: now,
    });
    await enqueueEnd(db, { id, validUntil });
    await recordAudit(context, db, {
      action: "mandate.declared",
      subject: { kind: "mandate", id },
      details: { basis, validUntil },
    });
    return ok({ mandateId: id });
  });
}

function problemsOf(
  { basis, personName, personBirthday, statement, ...rest }: Declaration,
  today: string,
): readonly DeclareProblem[] {
  const problems: (DeclareProblem | false)[] = [
    !basis && "basis-missing",
    !isName(personName) && "name-missing",
    (!isRealDay(personBirthday) || personBirthday > today) &&
      "birthday-impossible",
    (statement === "" || statement.length > longestStatement) &&
      "statement-missing",
    !rest.chosen && "scope-missing",
    !isPossibleEnd(rest.validUntil, today) && "end-impossible",
  ];
  return problems.filter((problem) => problem !== false);
}

function isName(text: string): boolean {
  return (
    text !== "" &&
    text.length <= longestName &&
    findForeignCharacter(text, "name") === undefined
  );
}
