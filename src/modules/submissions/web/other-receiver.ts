import type { PortalRequest } from "../../../shell/web/route.ts";
import type { Draft } from "../domain/draft.ts";
import type { Receiver } from "../ports.ts";
import { applicationFacts } from "../use-cases/application-facts.ts";
import { isMovable } from "../use-cases/move-to-authority.ts";
import type { MovePorts } from "./authority-of-route.ts";

/** Who is responsible by the answers, though another authority has the draft. */
export type OtherReceiver = Receiver & {
  /** It has the same form, so that what was filled in can go on there. */
  readonly isMovable: boolean;
};

/** Who receives a draft by its answers, as the portal it is filled in knows; undefined: nobody better than who has it. */
export async function receiverOfDraft(
  { locale, params, portal }: PortalRequest,
  draft: Draft,
  { findReceiver }: MovePorts,
): Promise<Receiver | undefined> {
  // Sent already, in another tab: nothing of it is left to decide by.
  if (draft.isSubmitted || draft.correction) return undefined;
  const leistungSlug = params["name"] ?? draft.leistungSlug;
  const facts = applicationFacts(draft);
  return findReceiver({ portal, leistungSlug, locale, facts });
}

/** The receiver where that is somebody else than who has the draft. */
export function otherThanHolder(
  { authority }: PortalRequest,
  receiver: Receiver | undefined,
): Receiver | undefined {
  return receiver?.authority.tenantId === authority.tenantId
    ? undefined
    : receiver;
}

/** Where the receiver has to be another authority: whether what was filled in can go on there. */
export async function findOtherReceiver(
  request: PortalRequest,
  {
    draft,
    found,
  }: { readonly draft: Draft; readonly found: Receiver | undefined },
  ports: MovePorts,
): Promise<OtherReceiver | undefined> {
  const receiver = otherThanHolder(request, found);
  if (!receiver) return undefined;
  const { tenantId } = receiver.authority;
  const there = ports.callerIn(request.context, tenantId);
  const target = { leistungSlug: receiver.leistungSlug, there };
  return { ...receiver, isMovable: await isMovable(draft, target) };
}
