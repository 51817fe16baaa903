import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { typedText } from "../../../platform/values/typed-text.ts";
import { purposes, type BescheidState } from "../domain/bescheid.ts";
import {
  backToDraft,
  changeBescheid,
  type BescheidChange,
  type ChangeRefusal,
} from "./change-bescheid.ts";
import { soughtBy } from "./find-bescheid.ts";

const longestReason = 2_000;

export type ReturnBescheidRefusal =
  | ChangeRefusal
  | { readonly kind: "reason-missing" | "reason-too-long" };

/**
 * Takes a Bescheid that waits back to being written: whoever wrote in it without further ado, everybody else with a reason. A release that
 * still waits for its seal is taken back with it.
 */
export async function returnBescheid(
  context: Context,
  input: {
    readonly id: string;
    readonly revision: number;
    readonly reason: string;
  },
): Promise<Result<void, ReturnBescheidRefusal>> {
  const { actor, now } = context;
  if (!actor.may("vorgang.edit") && !actor.may("bescheid.release"))
    return refuse({ kind: "not-permitted" });
  const sought = await soughtBy(context, input.id);
  if (!sought) return refuse({ kind: "not-found" });
  const reason = typedText(input.reason);
  if (reason.length > longestReason) return refuse({ kind: "reason-too-long" });
  const encrypted =
    reason === ""
      ? null
      : await context.cipher.encrypt(
          Buffer.from(reason),
          purposes.reason(input.id),
        );
  const returned = await changeBescheid(context, {
    sought,
    revision: input.revision,
    from: ["waiting", "approved"],
    change: ({ writerIds }) =>
      Promise.resolve(
        encrypted === null && !writerIds.includes(actor.id)
          ? undefined
          : {
              ...backToDraft,
              return_reason: encrypted,
              fault: null,
              changed_at: now,
            },
      ),
    action: "bescheid.returned",
  });
  if (returned.ok) return ok(undefined);
  // Only a missing reason keeps somebody from it who came so far.
  return returned.refusal.kind === "not-permitted"
    ? refuse({ kind: "reason-missing" })
    : returned;
}

/** Throws a draft away; the entry in the log stays. */
export async function discardBescheid(
  context: Context,
  { id, revision }: { readonly id: string; readonly revision: number },
): Promise<Result<{ readonly vorgangId: string }, ChangeRefusal>> {
  if (!context.actor.may("vorgang.edit"))
    return refuse({ kind: "not-permitted" });
  const sought = await soughtBy(context, id);
  if (!sought) return refuse({ kind: "not-found" });
  const from: readonly BescheidState[] = ["draft"];
  const discarding: BescheidChange = {
    sought,
    revision,
    from,
    change: () => Promise.resolve({ state: "discarded" }),
    action: "bescheid.discarded",
  };
  const discarded = await changeBescheid(context, discarding);
  return discarded.ok
    ? ok({ vorgangId: discarded.value.vorgangId })
    : discarded;
}
