import type { Context } from "../../../platform/context/context.ts";
import { foldText } from "../../../platform/values/fold-text.ts";
import type { Answers, FormDefinition } from "../../forms/index.ts";
import { applicantFacts } from "../../forms/own-data.ts";

const purpose = "submissions.applicant";

export type MarkedApplication = {
  readonly draft: {
    readonly leistungSlug: string;
    readonly definition: FormDefinition;
  };
  /** Leistungsschlüssel (LeiKa): an authority may offer one Leistung under several names, online and by appointment or by district. */
  readonly leikaKey: string | undefined;
  /** Undefined: a guest. */
  readonly sender: { readonly ownerId: string } | undefined;
  /** Where notices go; empty for none. */
  readonly notificationEmail: string;
};

/**
 * Keyed hashes of who applies for this Leistung: by account, by e-mail address, by name and day of birth; each under its name here and under
 * its key in the catalogue of all Leistungen. They tell nothing without the tenant's key, and a person has others in another Leistung.
 */
export async function applicantMarks(
  { cipher }: Context,
  application: MarkedApplication,
  answers: Answers,
): Promise<readonly Buffer[]> {
  const { draft, leikaKey } = application;
  const keys = [draft.leistungSlug, ...(leikaKey ? [`leika ${leikaKey}`] : [])];
  const texts = new Set(marksIn(application, answers));
  return Promise.all(
    keys.flatMap((key) =>
      [...texts].map((text) =>
        cipher.fingerprint(JSON.stringify([key, text]), purpose),
      ),
    ),
  );
}

function marksIn(
  { draft, sender, notificationEmail }: MarkedApplication,
  answers: Answers,
): string[] {
  const facts = applicantFacts(draft.definition, answers);
  const { givenNames, familyName, birthday } = facts;
  const emails = [facts.email ?? "", notificationEmail]
    .map((email) => email.trim().toLowerCase())
    .filter((email) => email !== "");
  const isPerson =
    givenNames !== undefined &&
    familyName !== undefined &&
    birthday !== undefined;
  return [
    ...(sender ? [`account ${sender.ownerId}`] : []),
    ...emails.map((email) => `email ${email}`),
    ...(isPerson
      ? [`person ${foldText(`${givenNames} ${familyName}`)} ${birthday}`]
      : []),
  ];
}
