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
  assert.deepEqual((await list(operator)).mails, []);
  assert.deepEqual(await entries(), [], "an empty list shows nobody");
  await operator.transaction((db) =>
    sendMailLater(operator, db, {
      kind: "submission-received",
      to: "jana@konto.example",
      subject: "Neues",
      text: "Es gibt etwas Neues.",
    }),
  );
  assert.deepEqual((await list(as("staff.manage"))).mails, []);
  assert.deepEqual(
    (await list(operator)).mails.map(({ content }) => content?.to),
    ["jana@konto.example"],
  );
  assert.deepEqual(await entries(), [
    { actor_id: "olga", details: { count: 1 } },
  ]);
});

test("older mails follow page by page, each once, also where many were written at the same moment", async (t) => {
  const database = await createTestDatabase();
  t.after(() => database.close());
  const context = database.contextFor({
    tenantId: newId(),
    actor: staffWith("olga", "operator"),
  });
  const ids = Array.from({ length: 120 }, () => newId());
  await context.transaction((db) =>
    sql`insert into mail.message (id, tenant_id, kind, state, created_at)
        select id::uuid, ${context.tenantId}::uuid, 'drill', 'sent', now() - (number / 40) * interval '1 hour'
        from unnest(${ids}::text[]) with ordinality as given (id, number)`.execute(
      db,
    ),
  );
  const seen: string[] = [];
  const sizes: number[] = [];
  for (let before: string | undefined, isFirst = true; ; isFirst = false) {
    const page = await listMails(context, () => context.cipher, before);
    seen.push(...page.mails.map(({ id }) => id));
    sizes.push(page.mails.length);
    before = page.older;
    assert.ok(isFirst || sizes.length < 5);
    if (before === undefined) break;
  }
  assert.deepEqual(sizes, [50, 50, 20]);
  assert.deepEqual(seen.toSorted(), ids.toSorted());
  // An address that somebody changed shows the newest.
  const odd = await listMails(context, () => context.cipher, "x' or 1=1");
  assert.equal(odd.mails[0]?.id, seen[0]);
});
