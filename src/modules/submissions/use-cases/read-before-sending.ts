import type { Context } from "../../../platform/context/context.ts";
import type { FormInUse } from "../../forms/index.ts";
import type { Draft } from "../domain/draft.ts";
import type { PrepareWriting, SubmittedListener } from "../ports.ts";
import { findNewerForm } from "./find-form-change.ts";

/** What has to be known of others before a draft is sent, as it is at this moment. */
export type ReadBefore = {
  /** The version that is published instead of the draft's; undefined: its own is. */
  readonly newerForm: FormInUse | undefined;
  /** What is written along. */
  readonly prepare: readonly PrepareWriting[];
};

/** Reads it in one round trip, together with what the caller reads in the same tick. */
export async function readBeforeSending(
  context: Context,
  draft: Draft,
  listeners: readonly SubmittedListener[],
): Promise<ReadBefore> {
  const [newerForm, prepare] = await Promise.all([
    findNewerForm(context, draft),
    Promise.all(
      listeners.map((listener) => listener(context, draft.leistungSlug)),
    ),
  ]);
  return { newerForm, prepare };
}
