import type { Context } from "../../../platform/context/context.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  topics,
  usualChoices,
  type Choices,
  type Topic,
  type Way,
} from "../domain/choice.ts";
import { listChoices, saveChoice } from "../store/choice-store.ts";

/** What an account wants to be told of. The context is one of accounts. */
export async function readChoices(
  context: Context,
  accountId: string,
): Promise<Choices> {
  const stored = await context.read((db) =>
    listChoices(db, context.tenantId, accountId),
  );
  return stored.reduce<Choices>(
    (choices, { topic, email }) => ({ ...choices, [topic]: email }),
    usualChoices,
  );
}

/** How an account wants to be told of something. The context is one of accounts. */
export async function findChoice(
  context: Context,
  accountId: string,
  topic: Topic,
): Promise<Way> {
  return (await readChoices(context, accountId))[topic];
}

/** Changes the own choices. */
export async function saveChoices(
  context: Context,
  accountId: string,
  choices: Choices,
): Promise<void> {
  const { tenantId, now } = context;
  await context.transaction(async (db) => {
    for (const topic of topics)
      await saveChoice(db, tenantId, {
        accountId,
        topic,
        email: choices[topic],
        at: now,
      });
    await recordAudit(context, db, {
      action: "notices.chosen",
      subject: { kind: "account", id: accountId },
      details: { ...choices },
    });
  });
}
