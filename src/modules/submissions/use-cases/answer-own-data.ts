import type { Context } from "../../../platform/context/context.ts";
import { grantConsent } from "../../accounts/index.ts";
import { recordAudit } from "../../audit/index.ts";
import { filledAnswers } from "./confirmed-answers.ts";
import { lockedValues, type OwnData } from "../domain/own-data.ts";
import { rememberReplaced } from "./replaced-values.ts";
import type { Draft } from "../domain/draft.ts";
import { consentKey, type OwnDataVisitor } from "./read-own-data.ts";
import { saveDraft } from "./save-draft.ts";

type Answering = {
  readonly visitor: OwnDataVisitor;
  readonly draft: Draft;
  readonly own: OwnData;
};

/**
 * The applicant agrees: noted once for this Leistung, and what the account knows is filled in. False when the draft was saved in another
 * tab meanwhile; the consent is noted all the same.
 */
export async function agreeToOwnData(
  context: Context,
  { visitor, draft, own, label }: Answering & { readonly label: string },
): Promise<boolean> {
  const key = consentKey(visitor, draft.leistungSlug);
  if (!key) return false;
  await grantConsent(visitor.accountContext, { ...key, label });
  return fillFromAccount(context, {
    draft: { ...draft, ownData: { ...draft.ownData, isRefused: false } },
    own: { ...own, isGranted: true },
  });
}

/** Fills in what the applicant agreed to before. False when the draft was saved in another tab meanwhile. */
export async function fillFromAccount(
  context: Context,
  { draft, own }: Omit<Answering, "visitor">,
): Promise<boolean> {
  const before = rememberReplaced(lockedValues(own), {
    stored: draft.answers,
    before: draft.ownData.before,
  });
  const saved = await saveDraft(context, draft, {
    answers: filledAnswers(draft.answers, own),
    ownData: { ...draft.ownData, before },
  });
  return saved.ok;
}

/** The applicant fills in this draft by hand, and is not asked again in it. What stands in it stays. */
export async function refuseOwnData(
  context: Context,
  draft: Draft,
): Promise<boolean> {
  const saved = await saveDraft(context, draft, {
    answers: draft.answers,
    ownData: { ...draft.ownData, isRefused: true },
  });
  return saved.ok;
}

/** Writes down that somebody has put in their data by a button: the consent to this one use. */
export async function noteOneUse(
  visitor: OwnDataVisitor,
  { leistungSlug }: Draft,
): Promise<void> {
  const { accountContext } = visitor;
  const key = consentKey(visitor, leistungSlug);
  if (!key) return;
  await accountContext.transaction((db) =>
    recordAudit(accountContext, db, {
      action: "account.details-used",
      subject: { kind: "account", id: key.accountId },
      details: { subject: key.subject },
    }),
  );
}
