import type { Context } from "../../../platform/context/context.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import { ownName, type SpokenState } from "../domain/state-names.ts";
import { listStates } from "../store/state-name-store.ts";

/** How far the office is with these submissions, in the words of that office; the caller has checked whose they are. One statement. */
export async function describeStates(
  context: Context,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, SpokenState>> {
  const t = vorgaengeTexts(context.locale);
  const states = await context.read((db) =>
    listStates(db, context.tenantId, submissionIds),
  );
  return new Map(
    states.map(({ submissionId, state, names }) => [
      submissionId,
      ownName(names, state, context.locale) ?? {
        text: t(`state.${state}`),
        lang: undefined,
      },
    ]),
  );
}
