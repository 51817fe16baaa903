import type { Context } from "../../../platform/context/context.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import { listStates } from "../store/vorgang-store.ts";

/** How far the office is with these submissions, in words; the caller has checked whose they are. One statement. */
export async function describeStates(
  context: Context,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const t = vorgaengeTexts(context.locale);
  const states = await context.read((db) =>
    listStates(db, context.tenantId, submissionIds),
  );
  return new Map(
    states.map(({ submissionId, state }) => [
      submissionId,
      t(`state.${state}`),
    ]),
  );
}
