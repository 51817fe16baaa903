import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { redateJob } from "../domain/clock-jobs.ts";
import type { ClockRule } from "../domain/clock-rule.ts";
import { findVorgangOfSubmission } from "../store/vorgang-store.ts";
import { newOffice, type Office } from "../testing/vorgang-fixtures.ts";
import { redate, setClock } from "./clock-rules.ts";
import { prepareToOpen } from "./open-vorgang.ts";

const leistungSlug = "bewohnerparkausweis";
const workingDays = (targetDays: number): ClockRule => ({
  targetDays,
  period: undefined,
  onQuestion: "stops",
  warningDays: 3,
  land: "MV",
});

describe("a Vorgang that is opened with what was read before", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const leadOf = ({ tenantId, visitor: { now } }: Office) =>
    database.contextFor({
      tenantId,
      now,
      actor: staffWith(newId(), "vorgang.read", "vorgang.rules"),
    });
  const setDays = async (office: Office, days: number | undefined) => {
    const rule = days === undefined ? undefined : workingDays(days);
    const clock = { leistungSlug, rule, names: new Map() };
    assert.ok((await setClock(leadOf(office), clock)).ok);
  };
  const newVorgang = ({ visitor }: Office) => ({
    submissionId: newId(),
    reference: newId(),
    leistungSlug,
    leistungTitle: "Bewohnerparkausweis",
    submittedAt: visitor.now,
    searchTexts: ["Ada"],
  });
  const dueOf = async ({ visitor, tenantId }: Office, submissionId: string) => {
    const found = await visitor.transaction((db) =>
      findVorgangOfSubmission(db, tenantId, submissionId),
    );
    return (found ?? assert.fail()).dueOn;
  };
  const openWith = async (
    office: Office,
    meanwhile: () => Promise<void> = () => Promise.resolve(),
  ) => {
    const { visitor } = office;
    const vorgang = newVorgang(office);
    const prepare = await prepareToOpen(visitor, leistungSlug);
    const open = await prepare(vorgang);
    await meanwhile();
    await visitor.write(open);
    return vorgang.submissionId;
  };

  it("has its day and is written by one statement", async () => {
    const office = newOffice(database);
    await setDays(office, 5);
    database.statements.length = 0;
    const submissionId = await openWith(office);
    const written = database.statements.filter((text) =>
      text.includes("insert into"),
    );
    assert.equal(written.length, 1);
    assert.match((await dueOf(office, submissionId)) ?? "", /^\d{4}-/);
    const elsewhere = newOffice(database);
    const other = await openWith(elsewhere);
    assert.equal(await dueOf(elsewhere, other), undefined);
  });

  it("has the day of a rule that was changed meanwhile until the later job of that change, five minutes after it", async () => {
    const office = newOffice(database);
    await setDays(office, 5);
    const asBefore = await dueOf(office, await openWith(office));
    const lead = leadOf(office);
    const submissionId = await openWith(office, async () => {
      await setDays(office, 10);
      await redate(lead, leistungSlug);
    });
    assert.equal(await dueOf(office, submissionId), asBefore);
    await redate(lead, leistungSlug);
    const asNow = await dueOf(office, submissionId);
    assert.ok(asNow !== undefined && asNow > (asBefore ?? ""), asNow);
    const { rows } = await lead.transaction((db) =>
      sql`
        select work_key is not null as "isOnce", extract(epoch from run_at - ${lead.now}::timestamptz)::int = 300 as "isLater"
        from jobs.job where tenant_id = ${office.tenantId} and name = ${redateJob} order by 1 desc
      `.execute(db),
    );
    // Two changes: one job at once while it waits, and a later one of each.
    assert.deepEqual(
      rows.map((row) => ({ ...(row as object) })),
      [
        { isOnce: true, isLater: false },
        { isOnce: false, isLater: true },
        { isOnce: false, isLater: true },
      ],
    );
  });

  it("has no day any more where the rule was taken away meanwhile", async () => {
    const office = newOffice(database);
    await setDays(office, 5);
    const submissionId = await openWith(office, () =>
      setDays(office, undefined),
    );
    await redate(leadOf(office), leistungSlug);
    assert.equal(await dueOf(office, submissionId), undefined);
  });
});
