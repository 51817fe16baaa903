import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isEmailAddress } from "../../../platform/values/email-address.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { citizenIn } from "./citizen.ts";
import { isPossibleEnd } from "../domain/mandate.ts";
import { purposes } from "../domain/purposes.ts";
import type { Scope } from "../domain/scope.ts";
import { insertMandate } from "../store/mandate-store.ts";
import { hasInvitedEnough, sendInvitation } from "./invite.ts";
import { seal } from "./sealed.ts";

export type GiveMandateRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "invalid"; readonly problems: readonly MandateProblem[] }
  | { readonly kind: "too-many" };

export type MandateProblem =
  | "email-invalid"
  | "scope-missing"
  | "end-impossible";

/** A scope that was chosen from the list the page offered, with its name there. */
export type ChosenScope = { readonly scope: Scope; readonly label: string };

export type MandateGift = {
  readonly email: string;
  /** Undefined: nothing was chosen. */
  readonly chosen: ChosenScope | undefined;
  /** Last day, such as `2027-03-01`. */
  readonly validUntil: string;
  /** Address of the page that opens an invitation, without the token. */
  readonly linkPrefix: string;
};

/**
 * Gives another person the power to act for oneself; it counts from when that person accepts the link in the mail.
 * @see VwVfG § 14 Abs. 1
 */
export async function giveMandate(
  context: Context,
  gift: MandateGift,
): Promise<Result<{ mandateId: string }, GiveMandateRefusal>> {
  const grantorId = citizenIn(context);
  const { tenantId, now } = context;
  if (grantorId === undefined) return refuse({ kind: "not-permitted" });
  const { email, chosen, validUntil, linkPrefix } = gift;
  const problems = problemsOf(gift, germanDay(now));
  if (problems.length > 0 || !chosen)
    return refuse({ kind: "invalid", problems });
  const id = newId();
  const details = await seal(context, purposes.mandate(id), {
    scopeLabel: chosen.label,
  });
  return context.transaction(async (db) => {
    if (await hasInvitedEnough(context, db, grantorId))
      return refuse({ kind: "too-many" });
    await insertMandate(db, tenantId, {
      id,
      partyId: grantorId,
      basis: "power",
      grantorId,
      granteeId: null,
      scope: chosen.scope,
      details,
      validUntil,
      createdAt: now,
      acceptedAt: null,
    });
    await sendInvitation(context, db, {
      to: { mandateId: id },
      email,
      invitedBy: grantorId,
      linkPrefix,
    });
    await recordAudit(context, db, {
      action: "mandate.given",
      subject: { kind: "mandate", id },
      details: { scope: chosen.scope.kind, validUntil },
    });
    return ok({ mandateId: id });
  });
}

function problemsOf(
  { email, chosen, validUntil }: MandateGift,
  today: string,
): readonly MandateProblem[] {
  const problems: (MandateProblem | false)[] = [
    !isEmailAddress(email) && "email-invalid",
    !chosen && "scope-missing",
    !isPossibleEnd(validUntil, today) && "end-impossible",
  ];
  return problems.filter((problem) => problem !== false);
}
