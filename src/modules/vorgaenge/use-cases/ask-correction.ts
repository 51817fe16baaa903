import type { Context } from "../../../platform/context/context.ts";
import { refuse, type Result } from "../../../platform/result/result.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  longestItemText,
  mostItems,
  type AskedItem,
} from "../domain/correction-request.ts";
import { normaliseNote } from "../domain/note.ts";
import type { AskableField, FindNotificationAddress } from "../ports.ts";
import { insertRequest } from "../store/correction-request-store.ts";
import {
  changeState,
  type ChangeStateInput,
  type ChangeStateRefusal,
} from "./change-state.ts";
import { writeRequest } from "./request-record.ts";

export type AskCorrectionInput = Pick<
  ChangeStateInput,
  "vorgangId" | "expectedPosition" | "statusLinkPrefix" | "tellApplicant"
> & {
  /** What the form has to ask for. */
  readonly askable: readonly AskableField[];
  /** Paths that were ticked, with what is said about each. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly text: string;
  /** A day such as `2027-03-31`; undefined for none. */
  readonly answerBy: string | undefined;
  /** The question in the words of the Postfach. */
  readonly messageOf: (
    items: readonly AskedItem[],
    text: string,
    answerBy: string | undefined,
  ) => string;
};

export type AskCorrectionRefusal =
  | ChangeStateRefusal
  | { readonly kind: "nothing-chosen" }
  | { readonly kind: "item-text-too-long"; readonly path: string }
  /** The day is over. */
  | { readonly kind: "day-in-past" };

/**
 * Asks the applicant to correct or to add something in the form: the question of a Vorgang, with what is asked kept beside it. Told as any
 * question. Another request takes the place of one that was not answered.
 */
export async function askCorrection(
  context: Context,
  input: AskCorrectionInput,
  findNotificationAddress: FindNotificationAddress,
): Promise<Result<void, AskCorrectionRefusal>> {
  const items = itemsOf(input);
  const fault = faultOf(context, input, items);
  if (fault) return refuse(fault);
  const text = normaliseNote(input.text) ?? "";
  const { vorgangId, answerBy, messageOf } = input;
  const id = newId();
  const request = await writeRequest(context, { id, text, items });
  return changeState(
    context,
    {
      vorgangId,
      step: { kind: "question-asked" },
      note: messageOf(items, text, answerBy),
      expectedPosition: input.expectedPosition,
      statusLinkPrefix: input.statusLinkPrefix,
      tellApplicant: input.tellApplicant,
      writeAlong: (db, position) =>
        insertRequest(db, context.tenantId, {
          id,
          vorgangId,
          position,
          items: request,
          answerBy,
        }),
    },
    findNotificationAddress,
  );
}

/** In the order of the form; what it does not have is left out. */
function itemsOf({ askable, chosen }: AskCorrectionInput): AskedItem[] {
  return askable.flatMap(({ path, label, isFile }) => {
    const text = chosen.get(path);
    return text === undefined
      ? []
      : [{ path, label, isFile, text: normaliseNote(text) ?? "" }];
  });
}

function faultOf(
  { now }: Context,
  { answerBy }: AskCorrectionInput,
  items: readonly AskedItem[],
): AskCorrectionRefusal | undefined {
  if (items.length === 0 || items.length > mostItems)
    return { kind: "nothing-chosen" };
  const long = items.find(
    ({ text }) => Array.from(text).length > longestItemText,
  );
  if (long) return { kind: "item-text-too-long", path: long.path };
  return answerBy !== undefined && answerBy < germanDay(now)
    ? { kind: "day-in-past" }
    : undefined;
}
