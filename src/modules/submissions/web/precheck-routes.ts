import { germanDay } from "../../../platform/values/german-day.ts";
import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import {
  actionField,
  evaluateForm,
  precheckForm,
  precheckOutcome,
  takePage,
  validatePage,
  type EvaluatedForm,
  type FormPage,
} from "../../forms/index.ts";
import type { ShowNoLeistung } from "../ports.ts";
import { findFormOfLeistung } from "../use-cases/find-form-of-leistung.ts";
import { formForVisitor, textsCookies, textsOfQuery } from "./form-language.ts";
import {
  precheckOutcomePage,
  precheckPage,
  seenField,
  type PrecheckPageProps,
} from "./precheck-page.ts";

/** "May I apply here?", asked before a form. Answers are carried in the form and never stored. */
export function precheckRoutes(
  showNoLeistung: ShowNoLeistung,
): readonly Route[] {
  const path = "/leistungen/:name/vorab-check";
  return [
    {
      method: "GET",
      path,
      audience: "guest",
      handle: (request) => ask(request, showNoLeistung),
    },
    {
      method: "POST",
      path,
      audience: "guest",
      handle: (request) => answer(request, showNoLeistung),
    },
  ];
}

async function ask(
  request: PortalRequest,
  showNoLeistung: ShowNoLeistung,
): Promise<Reply> {
  return withPrecheck(request, showNoLeistung, (props) => ({
    ...precheckPage(request, props),
    cookies: textsCookies(textsOfQuery(request)),
  }));
}

async function answer(
  request: PortalRequest,
  showNoLeistung: ShowNoLeistung,
): Promise<Reply> {
  return withPrecheck(request, showNoLeistung, (props) => {
    const { questions, evaluated, definition } = props;
    // Without scripts a button of its own shows the questions that the answers bring up.
    if (request.fields.has(actionField)) return precheckPage(request, props);
    const unseen = listUnseen(request, questions, evaluated);
    const errors = validatePage(evaluated, questions.key).filter(
      ({ path }) => !unseen.has(path.split(".")[0] ?? ""),
    );
    if (errors.length > 0 || unseen.size > 0)
      return precheckPage(request, {
        ...props,
        errors,
        hasNewQuestions: unseen.size > 0,
      });
    const outcome = precheckOutcome(definition, evaluated.answers, {
      today: evaluated.today,
    });
    return precheckOutcomePage(request, { ...props, outcome });
  });
}

/** Questions that the answers have brought up, and nobody has seen or answered yet. */
function listUnseen(
  { fields }: PortalRequest,
  questions: FormPage,
  { hidden, answers }: EvaluatedForm,
): ReadonlySet<string> {
  const seen = new Set((fields.get(seenField) ?? "").split(" "));
  return new Set(
    questions.elements
      .map(({ key }) => key)
      .filter(
        (key) =>
          !hidden.has(key) && !seen.has(key) && !Object.hasOwn(answers, key),
      ),
  );
}

async function withPrecheck(
  request: PortalRequest,
  showNoLeistung: ShowNoLeistung,
  handle: (props: PrecheckPageProps) => Reply,
): Promise<Reply> {
  const leistungSlug = request.params["name"] ?? "";
  const found = await findFormOfLeistung(request.context, leistungSlug);
  if (!found) return showNoLeistung(request);
  const definition =
    found.form && formForVisitor(request, found.form.definition);
  const precheck = definition && precheckForm(definition);
  if (!precheck) return showError(404);
  const { answers } = takePage(precheck.definition, precheck.page, {
    fields: request.fields,
    files: [],
    previous: {},
  });
  return handle({
    leistungSlug,
    definition,
    questions: precheck.page,
    evaluated: evaluateForm(precheck.definition, answers, {
      today: germanDay(request.context.now),
    }),
    errors: [],
  });
}
