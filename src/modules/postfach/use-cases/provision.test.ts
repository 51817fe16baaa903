import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { asPage, visit, type Visit } from "../../../shell/testing/visit.ts";
import { redirect, type Route } from "../../../shell/web/route.ts";
import { postfachModule } from "../module.ts";
import {
  newPerson,
  postfachSurroundings,
  provide,
  subjectOf,
  today,
  type Surroundings,
} from "../testing/postfach-fixtures.ts";
import { correspondenceSection } from "../web/correspondence-section.ts";
import { findThreadAbout, listCorrespondence } from "./describe-provided.ts";
import { followUp } from "./follow-up.ts";
import { sumUp } from "./sum-up.ts";
import type { PostfachPorts } from "../ports.ts";
import { notify } from "./notify.ts";

describe("a Bescheid in the Postfach", () => {
  let database: TestDatabase;
  let around: Surroundings;
  let routes: readonly Route[];
  before(async () => {
    database = await createTestDatabase();
    around = await postfachSurroundings(database);
    routes = postfachModule(around.ports).routes;
  });
  after(() => database.close());

  const get = (given: Visit) => visit(routes, "GET", given);
  const post = (given: Visit) => visit(routes, "POST", given);
  const threadIn = async (context: Context, submissionId: string) =>
    (await findThreadAbout(context, submissionId))?.id ?? assert.fail();

  test("shows both sides when it counts as made known; paper is sent for guests, wishes and what nobody retrieves", async () => {
    const xaveria = newPerson();
    const office = around.office(newId());
    const bescheid = {
      land: "MV",
      law: "general",
      hasLegalRemedyText: true,
    } as const;
    const subject = subjectOf(xaveria);
    const provideBescheid = (about: typeof subject) =>
      provide(office, {
        kind: "decision",
        subject: about,
        text: "Ja.",
        bescheid,
      });
    const messageId = await provideBescheid(subject);
    const path = `/postfach/${await threadIn(office, subject.submissionId)}`;
    const context = around.contextOf(office.tenantId, xaveria);
    // Provided on 4 March 2027; 8 April is a Thursday.
    const both =
      /bekannt gegeben am[\s\S]*8\. März 2027[\s\S]*möglich bis[\s\S]*8\. April 2027/;
    const sender = String(
      correspondenceSection(
        await listCorrespondence(office, subject.submissionId),
        { locale: "de", submissionId: subject.submissionId },
      ),
    );
    assert.match(sender, both);
    const tasks = async () =>
      asPage(await get({ context: office, path: "/arbeitsplatz/postfach" }))
        .text;
    assert.match(await tasks(), /Nichts zu versenden/);

    const mails = async () => {
      const { rows } = await office.transaction((db) =>
        sql<{
          kind: string;
        }>`select kind from mail.message where tenant_id = ${office.tenantId}::uuid order by created_at, id`.execute(
          db,
        ),
      );
      return rows.map(({ kind }) => kind);
    };
    await notify(office, around.ports, messageId);
    await notify(office, around.ports, messageId);
    assert.deepEqual(await mails(), ["postfach-new"]);
    const later = (days: number) =>
      around.office(
        office.tenantId,
        new Date(today.getTime() + days * 86_400_000),
      );
    // Of a Bescheid at once whatever was chosen; of a message together with others, the next morning, once.
    const daily: PostfachPorts = {
      ...around.ports,
      choiceOf: () => Promise.resolve("daily"),
      recipientOf: () =>
        Promise.resolve({
          email: "xaveria@example.org",
          accountId: xaveria.accountId,
          url: "http://schwerin.localhost:8080/postfach/1",
          locale: "de",
        }),
    };
    const second = subjectOf(newPerson(), "Hundesteuer");
    for (const about of [second, second])
      await notify(
        office,
        daily,
        await provide(office, {
          kind: "message",
          subject: about,
          text: "Neu.",
        }),
      );
    await notify(office, daily, await provideBescheid(second));
    assert.deepEqual(await mails(), ["postfach-new", "postfach-new"]);
    await sumUp(
      around.office(office.tenantId, new Date("2027-03-05T05:30:00Z")),
      daily,
    );
    assert.equal((await mails()).length, 2);
    for (const time of ["2027-03-05T06:30:00Z", "2027-03-05T07:30:00Z"])
      await sumUp(around.office(office.tenantId, new Date(time)), daily);
    assert.deepEqual((await mails()).slice(2), ["postfach-summary"]);
    const summed = (await mails()).length;
    await followUp(later(6), around.ports);
    await followUp(later(8), around.ports);
    await followUp(later(9), around.ports);
    assert.deepEqual((await mails()).slice(summed), [
      "postfach-reminder",
      "postfach-reminder",
    ]);
    assert.match(await tasks(), /Nichts zu versenden/);
    await followUp(later(15), around.ports);
    await followUp(later(15), around.ports);
    const open = await tasks();
    assert.equal(open.split("seit 14 Tagen nicht abgerufen").length, 3);
    const [, task = ""] = /postfach\/([\w-]+)\/versendet/.exec(open) ?? [];
    const done = { path: `/arbeitsplatz/postfach/${task}/versendet` };
    // Whoever finds nothing to do is led to the own list, another office as well as a second click; only the first one counts.
    const list = redirect("/arbeitsplatz/postfach");
    const foreign = around.office(newId());
    assert.deepEqual(await post({ context: foreign, ...done }), list);
    assert.ok((await tasks()).includes(done.path));
    await post({ context: later(15), ...done });
    assert.ok(!(await tasks()).includes(done.path));
    assert.deepEqual(await post({ context: later(16), ...done }), list);
    // Posted on 19 March, so the 23rd; Sunday 25 April would be no end, Friday 23 April is.
    const { text } = asPage(await get({ context, path }));
    assert.match(text, /23\. März 2027[\s\S]*23\. April 2027/);

    await post({
      context,
      path: `${path}/bescheide`,
      fields: { bescheide: "papier" },
    });
    await provideBescheid(subject);
    await provideBescheid(subjectOf(undefined, "Hundesteuer"));
    const after = await tasks();
    assert.match(after, /auf Papier gewünscht/);
    assert.match(after, /ohne Servicekonto beantragt/);
    const copy = asPage(await get({ context, path }));
    assert.match(copy.text, /Das ist eine Kopie/);
  });
});
