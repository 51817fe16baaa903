import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import {
  createTestDatabase,
  staffWith,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { listMails } from "./list-mails.ts";

test("who sees to whom mails go stands in the log; nobody but the operator sees them", async (t) => {
  const database = await createTestDatabase();
  t.after(() => database.close());
  const tenantId = newId();
  const as = (permission: string) =>
    database.contextFor({ tenantId, actor: staffWith("olga", permission) });
  const operator = as("operator");
  const list = (context: typeof operator) =>
    listMails(context, () => context.cipher);
  const entries = async () =>
    (
      await operator.read((db) =>
        sql`select actor_id, details from audit.entry where tenant_id = ${tenantId}::uuid and action = 'mail.listed'`.execute(
          db,
        ),
      )
    ).rows;
  assert.deepEqual(await list(operator), []);
  assert.deepEqual(await entries(), [], "an empty list shows nobody");
  await operator.transaction((db) =>
    sendMailLater(operator, db, {
      kind: "submission-received",
      to: "jana@konto.example",
      subject: "Neues",
      text: "Es gibt etwas Neues.",
    }),
  );
  assert.deepEqual(await list(as("staff.manage")), []);
  assert.deepEqual(
    (await list(operator)).map(({ content }) => content?.to),
    ["jana@konto.example"],
  );
  assert.deepEqual(await entries(), [
    { actor_id: "olga", details: { count: 1 } },
  ]);
});
