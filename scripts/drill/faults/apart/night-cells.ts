import type { Visitor } from "../../../../src/main/testing/visitor.ts";
import { drilledForm, drilledPortal } from "../../write-applications.ts";
import type { ApartCell } from "./cells.ts";
import type { NightStage } from "./night-stage.ts";
import { insist, keepVisiting, signIn } from "./night-visits.ts";
import { momentIn, wallClock, type Night, type NightName } from "./nights.ts";

/** Nights in which clocks or calendars change, for all programs at once. */
export function nightCells(
  nights: Readonly<Record<NightName, Night>>,
): Readonly<Record<NightName, ApartCell<NightStage>>> {
  return {
    "night-autumn": cell(nights["night-autumn"]),
    "night-year": cell(nights["night-year"]),
    "night-spring": cell(nights["night-spring"]),
  };
}

function cell(night: Night): ApartCell<NightStage> {
  return {
    about: night.about,
    needsClocks: true,
    needs: ["faketime"],
    strike: async (stage) => {
      await planAll(stage);
      const visits = await keepVisiting(stage);
      stage.seen.visits = visits;
      await stage.goOn();
      return `from ${night.change.toISOString()} on for ${String(night.afterMinutes)} minutes of its time, and ${String(night.beforeMinutes)} before; the longest that a job which was due, and waits for nobody outside, had waited: ${String(Math.round(visits.overdueSeconds))} s of its time`;
    },
  };
}

/** An editor plans each publication of that night for another Leistung. */
async function planAll(stage: NightStage): Promise<void> {
  const { database, night } = stage;
  const visitor = await signIn(stage, "redaktion");
  const { rows } = await database.query<{ id: string; version: number }>(
    `select l.id::text as id, max(v.version) as version from catalogue.leistung l
     join catalogue.leistung_version v on v.tenant_id = l.tenant_id and v.leistung_id = l.id
     join tenants.authority t on t.id = l.tenant_id
     where t.slug = $1 and l.slug <> $2 group by l.id order by l.id limit $3`,
    [drilledPortal, drilledForm, night.planned.length],
  );
  for (const [index, { id, version }] of rows.entries()) {
    const planned = night.planned[index];
    if (!planned) continue;
    const { time, minutes } = planned;
    const { day } = wallClock(night, momentIn(night, minutes));
    const typed = day.split("-").map(Number).toReversed().join(".");
    await plan(visitor, { id, version, time, day: typed });
  }
}

async function plan(
  visitor: Visitor,
  {
    id,
    version,
    day,
    time,
  }: {
    readonly id: string;
    readonly version: number;
    readonly day: string;
    readonly time: string;
  },
): Promise<void> {
  const answer = await insist(visitor, `/verwaltung/leistungen/${id}`, {
    fields: new URLSearchParams([
      ["aktion", "planen"],
      ["fassung", String(version)],
      ["entwurf", "0"],
      ["notes-de", `Ab ${time} Uhr`],
      ["plan-tag", day],
      ["plan-zeit", time],
    ]),
  });
  if (!/=geplant/.test(answer.headers.location ?? ""))
    throw new Error(
      `drill: nothing is planned for ${day}, ${time} (${String(answer.status)})`,
    );
}
