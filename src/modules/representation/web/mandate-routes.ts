import { dayText } from "../../../ui/date-input.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { SummarisedError } from "../../../ui/error-summary.ts";
import { isDeclaredBasis } from "../domain/mandate.ts";
import { representationTexts } from "../i18n/texts.ts";
import type { ListScopeChoices } from "../ports.ts";
import {
  declareRepresentation,
  type DeclareProblem,
} from "../use-cases/declare-representation.ts";
import { endMandate } from "../use-cases/end-mandate.ts";
import { giveMandate, type MandateProblem } from "../use-cases/give-mandate.ts";
import { listOwnMandates, readMandate } from "../use-cases/read-mandates.ts";
import { accountRoute } from "./account-route.ts";
import { declarationPage, newMandatePage } from "./mandate-forms.ts";
import {
  endOfMandatePage,
  mandatePage,
  mandatesPage,
} from "./mandate-pages.ts";
import { representationPaths } from "./paths.ts";
import { chosenScope, listScopeOptions } from "./scope-options.ts";

/** Mandates of the account: list, give, state, end. */
export function mandateRoutes(ports: {
  readonly listScopeChoices: ListScopeChoices;
}): readonly Route[] {
  const paths = representationPaths;
  const { listScopeChoices } = ports;
  return [
    accountRoute("GET", paths.mandates, showMandates),
    accountRoute("GET", paths.newMandate, (request) =>
      showNew(request, listScopeChoices),
    ),
    accountRoute("POST", paths.newMandate, (request) =>
      submitNew(request, listScopeChoices),
    ),
    accountRoute("GET", paths.declaration, (request) =>
      showDeclaration(request, listScopeChoices),
    ),
    accountRoute("POST", paths.declaration, (request) =>
      submitDeclaration(request, listScopeChoices),
    ),
    accountRoute("GET", paths.mandate(":id"), showMandate),
    accountRoute("GET", paths.endOfMandate(":id"), showEnd),
    accountRoute("POST", paths.endOfMandate(":id"), submitEnd),
  ];
}

async function showMandates({
  accountContext,
  locale,
}: PortalRequest): Promise<Reply> {
  const mandates = await listOwnMandates(accountContext);
  return mandatesPage({ locale, mandates });
}

async function showNew(
  request: PortalRequest,
  listScopeChoices: ListScopeChoices,
  errors: readonly SummarisedError[] = [],
): Promise<Reply> {
  return newMandatePage({
    ...(await commonOf(request, listScopeChoices)),
    email: request.fields.get("email") ?? "",
    errors,
  });
}

async function submitNew(
  request: PortalRequest,
  listScopeChoices: ListScopeChoices,
): Promise<Reply> {
  const { accountContext, fields, baseUrl, locale } = request;
  const options = await listScopeOptions(request, listScopeChoices);
  const chosen = chosenScope(options, fields.get("scope") ?? "", locale);
  const given = await giveMandate(accountContext, {
    email: (fields.get("email") ?? "").trim(),
    chosen,
    validUntil: dayText(typedDate(request, "until")),
    linkPrefix: `${baseUrl}${representationPaths.invitation("")}`,
  });
  if (given.ok)
    return redirect(representationPaths.mandate(given.value.mandateId));
  const { refusal } = given;
  if (refusal.kind === "not-permitted") return showError(403);
  const problems =
    refusal.kind === "invalid" ? refusal.problems : [refusal.kind];
  return showNew(request, listScopeChoices, errorsOf(problems, locale));
}

async function showDeclaration(
  request: PortalRequest,
  listScopeChoices: ListScopeChoices,
  errors: readonly SummarisedError[] = [],
): Promise<Reply> {
  const { fields } = request;
  return declarationPage({
    ...(await commonOf(request, listScopeChoices)),
    basis: fields.get("basis") ?? "",
    personName: fields.get("personName") ?? "",
    birthday: typedDate(request, "birthday"),
    statement: fields.get("statement") ?? "",
    errors,
  });
}

async function submitDeclaration(
  request: PortalRequest,
  listScopeChoices: ListScopeChoices,
): Promise<Reply> {
  const { accountContext, locale } = request;
  const options = await listScopeOptions(request, listScopeChoices);
  const { basis, scope, ...typed } = typedDeclaration(request);
  const declared = await declareRepresentation(accountContext, {
    ...typed,
    basis: isDeclaredBasis(basis) ? basis : undefined,
    chosen: chosenScope(options, scope, locale),
  });
  if (declared.ok)
    return redirect(representationPaths.mandate(declared.value.mandateId));
  const { refusal } = declared;
  return refusal.kind === "not-permitted"
    ? showError(403)
    : showDeclaration(
        request,
        listScopeChoices,
        errorsOf(refusal.problems, locale),
      );
}

function typedDeclaration(request: PortalRequest) {
  const { fields } = request;
  return {
    basis: fields.get("basis") ?? "",
    scope: fields.get("scope") ?? "",
    personName: fields.get("personName") ?? "",
    personBirthday: dayText(typedDate(request, "birthday")),
    statement: fields.get("statement") ?? "",
    validUntil: dayText(typedDate(request, "until")),
  };
}

type Problem = DeclareProblem | MandateProblem | "too-many";

/** In the order of the fields. */
function errorsOf(
  problems: readonly Problem[],
  locale: PortalRequest["locale"],
): readonly SummarisedError[] {
  const t = representationTexts(locale);
  return problems.map((problem) => ({
    fieldId: fieldOfProblem[problem],
    text: t(textOfProblem[problem]),
  }));
}

const fieldOfProblem: Readonly<Record<Problem, string>> = {
  "basis-missing": "basis",
  "name-missing": "personName",
  "birthday-impossible": "birthday",
  "statement-missing": "statement",
  "email-invalid": "email",
  "too-many": "email",
  "scope-missing": "scope",
  "end-impossible": "until",
};

const textOfProblem = {
  "basis-missing": "declare.basis.missing",
  "name-missing": "declare.name.missing",
  "birthday-impossible": "declare.birthday.impossible",
  "statement-missing": "declare.statement.missing",
  "email-invalid": "invite.email.invalid",
  "too-many": "invite.too-many",
  "scope-missing": "scope.missing",
  "end-impossible": "until.impossible",
} as const satisfies Readonly<Record<Problem, string>>;

async function showMandate(request: PortalRequest): Promise<Reply> {
  const found = await findMandate(request);
  return found
    ? mandatePage({ locale: request.locale, ...found })
    : showError(404);
}

async function showEnd(request: PortalRequest): Promise<Reply> {
  const found = await findMandate(request);
  if (!found) return showError(404);
  const { mandate } = found;
  return mandate.state === "revoked"
    ? redirect(representationPaths.mandate(mandate.mandateId))
    : endOfMandatePage({ locale: request.locale, mandate });
}

async function submitEnd({
  accountContext,
  params,
}: PortalRequest): Promise<Reply> {
  const mandateId = params["id"] ?? "";
  if (!isId(mandateId)) return showError(404);
  const ended = await endMandate(accountContext, mandateId);
  if (ended.ok) return redirect(representationPaths.mandate(mandateId));
  switch (ended.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "not-found":
      return showError(404);
    case "ended-already":
      return redirect(representationPaths.mandate(mandateId));
  }
}

async function findMandate({ accountContext, params }: PortalRequest) {
  const mandateId = params["id"] ?? "";
  return isId(mandateId) ? readMandate(accountContext, mandateId) : undefined;
}

/** What both forms have; the last day is a year from today until somebody types another. */
async function commonOf(
  request: PortalRequest,
  listScopeChoices: ListScopeChoices,
) {
  const { locale, fields, accountContext } = request;
  const [year = "", month = "", day = ""] = germanDay(accountContext.now).split(
    "-",
  );
  const inAYear = { day, month, year: String(Number(year) + 1) };
  return {
    locale,
    scopes: await listScopeOptions(request, listScopeChoices),
    scope: fields.get("scope") ?? "",
    until: fields.has("until-day") ? typedDate(request, "until") : inAYear,
  };
}

function typedDate({ fields }: PortalRequest, name: string) {
  return {
    day: fields.get(`${name}-day`) ?? "",
    month: fields.get(`${name}-month`) ?? "",
    year: fields.get(`${name}-year`) ?? "",
  };
}
