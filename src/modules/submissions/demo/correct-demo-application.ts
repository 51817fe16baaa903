import type { Context } from "../../../platform/context/context.ts";
import type { Answers } from "../../forms/index.ts";
import type { Sender } from "../domain/sender.ts";
import type { AmendedListener } from "../ports.ts";
import { amendSubmission } from "../use-cases/amend-submission.ts";
import { openDraft } from "../use-cases/open-draft.ts";
import { saveDraft } from "../use-cases/save-draft.ts";

export type DemoCorrection = {
  /** Opens the draft that the office asked for. */
  readonly key: string;
  readonly change: (answers: Answers) => Answers;
  readonly sender: Sender | undefined;
  readonly portal: { readonly name: string; readonly baseUrl: string };
};

/** Changes what the office asked for and sends it, as people do. Throws where it is not taken. */
export async function correctDemoApplication(
  context: Context,
  { key, change, sender, portal }: DemoCorrection,
  listeners: readonly AmendedListener[],
): Promise<void> {
  const begun = await draftOf(context, key);
  const answers = change(begun.answers);
  const saved = await saveDraft(context, begun, { answers });
  if (!saved.ok) throw new Error(`demo correction: ${saved.refusal.kind}`);
  const draft = await draftOf(context, key);
  const sent = await amendSubmission(
    context,
    {
      draft,
      correction: draft.correction,
      checkedRevision: draft.revision,
      isConfirmed: true,
      sender,
      neededLevel: "none",
      portalName: portal.name,
      statusLinkPrefix: `${portal.baseUrl}/status/`,
    },
    listeners,
  );
  if (!sent.ok)
    throw new Error(`demo correction: ${JSON.stringify(sent.refusal)}`);
}

async function draftOf(context: Context, key: string) {
  const draft = await openDraft(context, key);
  if (!draft?.correction)
    throw new Error("demo correction: nothing to correct");
  return { ...draft, correction: draft.correction };
}
