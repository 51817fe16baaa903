import assert from "node:assert/strict";
import type { TestDatabase } from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import type { TellApplicant } from "../ports.ts";
import { findVorgangOfSubmission } from "../store/vorgang-store.ts";
import { newAuthority, type Authority } from "./authority.ts";
import { neighbours } from "./neighbours.ts";
import { fakePorts, parkingPermit } from "./vorgang-fixtures.ts";
import {
  handOverVorgang,
  type HandOverInput,
} from "../use-cases/hand-over-vorgang.ts";
import { readPublicStatus } from "../use-cases/read-public-status.ts";
import { readVorgang } from "../use-cases/read-vorgang.ts";

/** When they hand over. */
export const later = new Date("2027-03-10T09:00:00Z");

/** Three authorities, the first of which has an application that belongs to another. */
export async function threeOffices(database: TestDatabase) {
  const offices = {
    Grabow: await newAuthority(database),
    Kreis: await newAuthority(database),
    Parchim: await newAuthority(database),
  };
  const told: string[] = [];
  const stopped: string[] = [];
  const tellApplicant: TellApplicant = (_context, _db, { text }) => {
    told.push(text);
    return Promise.resolve();
  };
  const fake = fakePorts({ authorities: neighbours(database, offices) });
  const ports = {
    ...fake,
    tellApplicantOf: () => tellApplicant,
    handOver: {
      ...fake.handOver,
      stopDeliveries: (_db: unknown, submissionId: string) => {
        stopped.push(submissionId);
        return Promise.resolve(true);
      },
    },
  };
  const submissionId = newId();
  const id = await parkingPermit(offices.Grabow.office, { submissionId });
  const vorgangAt = async ({ office }: Authority) => {
    const vorgang = await office.caseworker.transaction((db) =>
      findVorgangOfSubmission(db, office.tenantId, submissionId),
    );
    return vorgang ?? assert.fail("no Vorgang there");
  };
  const give = async (
    from: Authority,
    to: Authority,
    changes: Partial<HandOverInput> = {},
  ) => {
    const vorgang = await vorgangAt(from);
    return handOverVorgang(from.as("kevin", later), ports, {
      vorgangId: vorgang.id,
      toTenantId: to.office.tenantId,
      reason: "Der Kreis entscheidet.",
      note: "Bitte eilig.",
      noteIds: [],
      expectedPosition: vorgang.lastPosition,
      tellApplicant,
      ...changes,
    });
  };
  const open = async (at: Authority) => {
    const { id: vorgangId } = await vorgangAt(at);
    const read = await readVorgang(
      at.as("kevin", later),
      vorgangId,
      ports.submissions,
    );
    return read.ok ? read.value : assert.fail("not to be read");
  };
  const status = async ({ office }: Authority) =>
    (await readPublicStatus(office.visitor, submissionId)) ?? assert.fail();
  const all = { ...offices, ports, told, stopped, submissionId, id };
  return { ...all, vorgangAt, give, open, status };
}
