import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../shell/testing/visit.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { seedTenantsDemo } from "../../tenants/demo/seed-tenants-demo.ts";
import { absenceRoutes } from "./absence-routes.ts";
import { teamRoutes } from "./team-routes.ts";
import { system, wednesday } from "../testing/staff-fixtures.ts";
import { addStaff } from "../use-cases/add-staff.ts";
import { saveTeam } from "../use-cases/change-team.ts";
import { addOwnAbsence, removeOwnAbsence } from "../use-cases/own-absence.ts";
import { findWorkScope, listOffice } from "../use-cases/work-scope.ts";

const routes = [
  ...teamRoutes(() =>
    Promise.resolve([
      { slug: "hundesteuer", title: "Hundesteuer" },
      { slug: "bewohnerparkausweis", title: "Bewohnerparkausweis" },
    ]),
  ),
  ...absenceRoutes(),
];

describe("teams and absence", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  /** An authority with an administrator and two caseworkers. */
  const authority = async () => {
    const tenantId = newId();
    const add = async (name: string, role: string) => {
      const context = database.contextFor({
        tenantId,
        actor: system,
        now: wednesday,
      });
      const added = await addStaff(context, {
        login: `${name.toLowerCase()}@schwerin.example`,
        displayName: name,
        roles: [role],
      });
      assert.ok(added.ok);
      return added.value.staffId;
    };
    const [kevin, samira, heike] = [
      await add("Kevin", "caseworker"),
      await add("Samira", "caseworker"),
      await add("Heike", "admin"),
    ];
    const as = (id: string, permission: string, now = wednesday): Context =>
      database.contextFor({ tenantId, actor: staffWith(id, permission), now });
    const admin = as(heike, "staff.manage");
    const at = (id: string, now = wednesday) => as(id, "vorgang.edit", now);
    return { tenantId, kevin, samira, heike, admin, at };
  };
  const refusalOf = (
    result: { ok: true } | { ok: false; refusal: { kind: string } },
  ) => (result.ok ? undefined : result.refusal.kind);

  test("a team gets members and Leistungen; what is restricted is hidden from others", async () => {
    const { kevin, samira, heike, admin, at } = await authority();
    const saved = await saveTeam(admin, {
      id: undefined,
      name: " Steuern ",
      memberIds: [kevin, heike, newId()],
      officeSlugs: [],
      leistungen: [
        { slug: "hundesteuer", isRestricted: true },
        { slug: "bewohnerparkausweis", isRestricted: false },
      ],
    });
    assert.ok(saved.ok);
    const { teams } = await listOffice(at(samira));
    assert.deepEqual(
      teams.map(({ name, memberIds }) => ({ name, memberIds })),
      [{ name: "Steuern", memberIds: [kevin] }],
      "who does not work on Vorgänge is left out",
    );
    assert.deepEqual(await findWorkScope(at(kevin)), {
      teamIds: [saved.value.teamId],
      substitutedIds: [],
      hiddenSlugs: [],
      hiddenOfficeSlugs: [],
    });
    assert.deepEqual(await findWorkScope(at(samira)), {
      teamIds: [],
      substitutedIds: [],
      hiddenSlugs: ["hundesteuer"],
      hiddenOfficeSlugs: [],
    });
    const other = await authority();
    const scope = await findWorkScope(other.at(other.kevin));
    assert.deepEqual(scope.hiddenSlugs, [], "another tenant has its own teams");
  });

  test("a Leistung moves with the newest choice; names are taken once; only administrators change teams", async () => {
    const { kevin, admin, at, samira } = await authority();
    const taxes = {
      id: undefined,
      name: "Steuern",
      memberIds: [kevin],
      officeSlugs: [],
      leistungen: [{ slug: "hundesteuer", isRestricted: true }],
    };
    assert.ok((await saveTeam(admin, taxes)).ok);
    assert.equal(refusalOf(await saveTeam(admin, taxes)), "team-name-taken");
    assert.equal(
      refusalOf(await saveTeam(admin, { ...taxes, name: " " })),
      "team-name-missing",
    );
    assert.equal(
      refusalOf(await saveTeam(admin, { ...taxes, id: newId() })),
      "not-found",
    );
    assert.equal(refusalOf(await saveTeam(at(kevin), taxes)), "not-permitted");
    const dogs = { ...taxes, name: "Hunde", memberIds: [samira] };
    assert.ok((await saveTeam(admin, dogs)).ok);
    assert.deepEqual((await findWorkScope(at(kevin))).hiddenSlugs, [
      "hundesteuer",
    ]);
    assert.deepEqual((await findWorkScope(at(samira))).hiddenSlugs, []);
  });

  test("while somebody is away, the substitute has their teams and work, on the first and last day too", async () => {
    const { kevin, samira, admin, at } = await authority();
    await saveTeam(admin, {
      id: undefined,
      name: "Steuern",
      memberIds: [kevin],
      officeSlugs: [],
      leistungen: [{ slug: "hundesteuer", isRestricted: true }],
    });
    const wanted = {
      fromDay: "2027-03-04",
      untilDay: "2027-03-05",
      substituteId: samira,
    };
    assert.ok((await addOwnAbsence(at(kevin), wanted)).ok);
    const scopeOn = (moment: string) =>
      findWorkScope(at(samira, new Date(moment)));
    for (const [moment, isSubstitute] of [
      ["2027-03-03T22:59:00Z", false],
      ["2027-03-03T23:00:00Z", true],
      ["2027-03-05T22:59:00Z", true],
      ["2027-03-05T23:00:00Z", false],
    ] as const) {
      const scope = await scopeOn(moment);
      assert.deepEqual(scope.substitutedIds, isSubstitute ? [kevin] : []);
      assert.deepEqual(scope.hiddenSlugs, isSubstitute ? [] : ["hundesteuer"]);
    }
    const during = at(samira, new Date("2027-03-04T09:00:00Z"));
    const { colleagues } = await listOffice(during);
    assert.equal(
      colleagues.find(({ staffId }) => staffId === kevin)?.substituteId,
      samira,
    );
  });

  test("an absence needs days in order, not over, and a colleague who works here; others' are not removed", async () => {
    const { kevin, samira, heike, at } = await authority();
    const wanted = {
      fromDay: "2027-03-04",
      untilDay: "2027-03-05",
      substituteId: samira,
    };
    for (const [change, fault] of [
      [{ fromDay: "2027-02-30" }, "absence-days-missing"],
      [{ untilDay: "2027-03-03" }, "absence-days-reversed"],
      [{ fromDay: "2027-03-01", untilDay: "2027-03-02" }, "absence-over"],
      [{ substituteId: kevin }, "absence-substitute-missing"],
      [{ substituteId: heike }, "absence-substitute-missing"],
      [{ substituteId: "nobody" }, "absence-substitute-missing"],
    ] as const) {
      const result = await addOwnAbsence(at(kevin), { ...wanted, ...change });
      assert.equal(refusalOf(result), fault);
    }
    assert.ok((await addOwnAbsence(at(kevin), wanted)).ok);
    const page = asPage(
      await visit(routes, "GET", {
        context: at(kevin),
        path: "/arbeitsplatz/abwesenheit",
      }),
    );
    const [, id = ""] = /abwesenheit\/([\w-]+)\/ende/.exec(page.text) ?? [];
    await removeOwnAbsence(at(samira), id);
    const during = at(samira, new Date("2027-03-04T09:00:00Z"));
    assert.deepEqual((await findWorkScope(during)).substitutedIds, [kevin]);
    await removeOwnAbsence(at(kevin), id);
    assert.deepEqual((await findWorkScope(during)).substitutedIds, []);
  });

  test("a team names offices of its own authority, and nothing else", async () => {
    await database.database.unscoped(seedTenantsDemo);
    const context = database.contextFor({
      tenantId: demoTenants.grabow,
      actor: staffWith(newId(), "staff.manage"),
      now: wednesday,
    });
    const ask = (path: string) => visit(routes, "GET", { context, path });
    const form = asPage(await ask("/verwaltung/teams/neu")).text;
    assert.match(form, /name="aemter"\s+value="ordnungsamt"/);
    assert.doesNotMatch(form, /landkreis-jagd/, "an office of the county");
    const fields = new URLSearchParams([
      ["name", "Ordnung"],
      ["aemter", "ordnungsamt"],
      ["aemter", "landkreis-jagd"],
    ]);
    asRedirect(
      await visit(routes, "POST", {
        context,
        path: "/verwaltung/teams/neu",
        fields,
      }),
    );
    const [team = assert.fail()] = (await listOffice(context)).teams;
    assert.deepEqual(team.officeSlugs, ["ordnungsamt"]);
    const shown = asPage(await ask(`/verwaltung/teams/${team.id}`)).text;
    assert.match(shown, /name="aemter"\s+value="ordnungsamt"\s+checked/);
    assert.doesNotMatch(shown, /name="aemter"\s+value="kaemmerei"\s+checked/);
  });

  test("pages: a team is added, shown, changed and removed; a day typed wrong is said at its field", async () => {
    const { kevin, admin, at } = await authority();
    const ask = (path: string) =>
      visit(routes, "GET", { context: admin, path });
    const post = (path: string, fields: Record<string, string>) =>
      visit(routes, "POST", { context: admin, path, fields });
    assert.match(asPage(await ask("/verwaltung/teams")).text, /Noch kein Team/);
    const unnamed = asPage(await post("/verwaltung/teams/neu", { name: "" }));
    assert.equal(unnamed.status, 422);
    assert.match(unnamed.text, /href="#name"/);
    const added = await post("/verwaltung/teams/neu", {
      name: "Hunde <b>",
      mitglieder: kevin,
      leistungen: "hundesteuer",
      "nur-team": "hundesteuer",
    });
    assert.equal(asRedirect(added).to, "/verwaltung/teams");
    const { text } = asPage(await ask("/verwaltung/teams"));
    assert.match(text, /Hunde &lt;b&gt;/);
    const [, path = ""] =
      /href="(\/verwaltung\/teams\/[\w-]{36})"/.exec(text) ?? [];
    const shown = asPage(await ask(path)).text;
    // What is ticked is in sight, the rest is folded, in both lists.
    const [inSight = "", ...folded] = shown.split(/<details/);
    assert.match(inSight, /name="leistungen"\s+value="hundesteuer"\s+checked/);
    assert.ok(folded.length > 0);
    assert.match(
      folded.join(),
      /name="nur-team"\s+value="hundesteuer"\s+checked/,
    );
    asPage(await ask(`${path}/loeschen`));
    asRedirect(await post(`${path}/loeschen`, {}));
    assert.equal(errorStatusOf(await ask(path)), 404);
    assert.equal(errorStatusOf(await ask(`/verwaltung/teams/${newId()}`)), 404);
    const wrong = asPage(
      await visit(routes, "POST", {
        context: at(kevin),
        path: "/arbeitsplatz/abwesenheit",
        fields: { "von-day": "1", "von-month": "4", "von-year": "2027" },
      }),
    );
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /href="#von"/);
  });
});
