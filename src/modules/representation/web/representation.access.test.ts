import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import type { Reply, Route } from "../../../shell/web/route.ts";
import { refusalFor } from "../../../shell/web/signed-in.ts";
import { visit } from "../../../shell/testing/visit.ts";
import { representationModule } from "../module.ts";
import {
  clubOf,
  join,
  linkPrefix,
  newestToken,
  person,
  sailingClub,
  type Person,
} from "../testing/representation-fixtures.ts";
import { giveMandate } from "../use-cases/give-mandate.ts";
import { acceptInvitation } from "../use-cases/invitation.ts";
import { inviteMember } from "../use-cases/invite-member.ts";
import { readMandate } from "../use-cases/read-mandates.ts";
import { readOrganisation } from "../use-cases/read-organisation.ts";

const { routes } = representationModule({
  listScopeChoices: () => Promise.resolve({ kinds: [], leistungen: [] }),
});

const visitors = [
  "owner",
  "signatory",
  "preparer",
  "outsider",
  "foreign owner",
  "signed out",
  "staff of another tenant",
] as const;
type Who = (typeof visitors)[number];
type Outcome = "ok" | "sign-in" | 403 | 404 | 409;

const isMember = (who: Who) =>
  who === "owner" || who === "signatory" || who === "preparer";

/** Owner: yes; other members: not yours; everybody else: there is nothing. */
const owners = (who: Who): Outcome =>
  who === "owner" ? "ok" : isMember(who) ? 403 : 404;
const members = (who: Who): Outcome => (isMember(who) ? "ok" : 404);
const anybody = (): Outcome => "ok";
/** The membership at hand is the preparer's. */
const ownersAndOneself = (who: Who): Outcome =>
  who === "preparer" ? "ok" : owners(who);
/** The mandate was given by the owner to the signatory. */
const bothSides = (who: Who): Outcome =>
  who === "owner" || who === "signatory" ? "ok" : 404;
/** The link at hand invites to the organisation; its members belong to it already. */
const newcomers = (who: Who): Outcome => (isMember(who) ? 409 : "ok");

type Rule = {
  readonly outcome: (who: Who) => Outcome;
  readonly id?: keyof Ids;
  readonly fields?: Readonly<Record<string, string>>;
};
type Ids = {
  readonly organisation: string;
  readonly membership: string;
  readonly invitation: string;
  readonly mandate: string;
};

const role = { role: "signatory" };
const today = { "until-day": "1", "until-month": "4", "until-year": "2027" };
const mandate = { email: "a@b.example", scope: "all", ...today };
const declaration = {
  basis: "parent",
  personName: "Kim Kind",
  "birthday-day": "1",
  "birthday-month": "2",
  "birthday-year": "2020",
  statement: "Sorgerecht",
  ...mandate,
};

/** What everybody may, by method and pattern. A route that is missing here fails the test. */
const oracle: Readonly<Record<string, Rule>> = {
  "GET /konto/organisationen": { outcome: anybody },
  "GET /konto/organisationen/neu": { outcome: anybody },
  "POST /konto/organisationen/neu": { outcome: anybody, fields: sailingClub },
  "GET /konto/organisationen/:id": { outcome: members, id: "organisation" },
  "GET /konto/organisationen/:id/angaben": {
    outcome: owners,
    id: "organisation",
  },
  "POST /konto/organisationen/:id/angaben": {
    outcome: owners,
    id: "organisation",
    fields: sailingClub,
  },
  "GET /konto/organisationen/:id/einladen": {
    outcome: owners,
    id: "organisation",
  },
  "POST /konto/organisationen/:id/einladen": {
    outcome: owners,
    id: "organisation",
    fields: { email: "a@b.example", ...role },
  },
  "GET /konto/organisationen/:id/loeschen": {
    outcome: owners,
    id: "organisation",
  },
  "POST /konto/organisationen/:id/loeschen": {
    outcome: owners,
    id: "organisation",
  },
  "POST /konto/einladungen/:id/ende": { outcome: owners, id: "invitation" },
  "GET /konto/mitgliedschaften/:id": {
    outcome: ownersAndOneself,
    id: "membership",
  },
  "POST /konto/mitgliedschaften/:id/rolle": {
    outcome: owners,
    id: "membership",
    fields: role,
  },
  "POST /konto/mitgliedschaften/:id/ende": {
    outcome: ownersAndOneself,
    id: "membership",
  },
  "GET /einladung/:schluessel": { outcome: anybody },
  "POST /einladung/:schluessel": { outcome: newcomers },
  "GET /konto/handeln-fuer": { outcome: anybody },
  "POST /konto/handeln-fuer": {
    outcome: (who) => (isMember(who) ? "ok" : 409),
  },
  "GET /konto/vollmachten": { outcome: anybody },
  "GET /konto/vollmachten/neu": { outcome: anybody },
  "POST /konto/vollmachten/neu": { outcome: anybody, fields: mandate },
  "GET /konto/vollmachten/vertretung": { outcome: anybody },
  "POST /konto/vollmachten/vertretung": {
    outcome: anybody,
    fields: declaration,
  },
  "GET /konto/vollmachten/:id": { outcome: bothSides, id: "mandate" },
  "GET /konto/vollmachten/:id/ende": { outcome: bothSides, id: "mandate" },
  "POST /konto/vollmachten/:id/ende": { outcome: bothSides, id: "mandate" },
};

const samira = {
  staffId: newId(),
  displayName: "Samira",
  sessionId: "1",
  roles: [],
  permissions: ["staff.manage", "operator"],
};

const nameOf = ({ method, path }: Route) => `${method} ${path}`;

type World = {
  readonly people: Readonly<
    Record<Exclude<Who, "signed out" | "staff of another tenant">, Person>
  >;
  readonly ids: Ids;
  readonly token: string;
  readonly tenantId: string;
};

void describe("access to organisations and mandates", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const openWorld = async (): Promise<World> => {
    const tenantId = newId();
    const somebody = (name: string) => person(database, tenantId, name);
    const owner = await somebody("Jana");
    const signatory = await somebody("Kofi");
    const preparer = await somebody("Lale");
    const foreign = await somebody("Fremde");
    await clubOf(foreign);
    const organisation = await clubOf(owner);
    await join(owner, organisation, { member: signatory, role: "signatory" });
    const membership = await join(owner, organisation, {
      member: preparer,
      role: "preparer",
    });
    const given = await giveMandate(owner.context, {
      email: "kofi@example.org",
      chosen: { scope: { kind: "all" }, label: "" },
      validUntil: "2027-12-31",
      linkPrefix,
    });
    assert.ok(given.ok);
    await acceptInvitation(signatory.context, await newestToken(owner.context));
    await inviteMember(owner.context, {
      organisationId: organisation,
      email: "neu@example.org",
      role: "owner",
      linkPrefix,
    });
    const view = await readOrganisation(owner.context, organisation);
    const [invitation] = view?.invitations ?? [];
    return {
      tenantId,
      people: {
        owner,
        signatory,
        preparer,
        outsider: await somebody("Mira"),
        "foreign owner": foreign,
      },
      ids: {
        organisation,
        membership,
        invitation: invitation?.invitationId ?? assert.fail(),
        mandate: given.value.mandateId,
      },
      token: await newestToken(owner.context),
    };
  };

  /** All that a refused request must leave as it was. */
  const stateOf = async ({ people, ids }: World) => ({
    organisation: await readOrganisation(
      people.owner.context,
      ids.organisation,
    ),
    mandate: await readMandate(people.owner.context, ids.mandate),
  });

  /** What the frame knows of a visitor. */
  const identify = async (who: Who, { people, tenantId }: World) => {
    if (who === "signed out")
      return { context: database.contextFor({ tenantId }) };
    if (who === "staff of another tenant") {
      const actor = {
        kind: "staff",
        id: samira.staffId,
        may: () => true,
      } as const;
      return {
        context: database.contextFor({ tenantId, actor }),
        staff: samira,
      };
    }
    const { context, session } = people[who];
    return { context, account: await session() };
  };

  /** What the portal answers: the audience as the frame checks it, then the route itself. */
  const ask = async (
    route: Route,
    who: Who,
    world: World,
  ): Promise<Outcome> => {
    const visitor = await identify(who, world);
    const refusal = refusalFor(route, visitor);
    if (refusal) return refusal;
    const { id, fields } = oracle[nameOf(route)] ?? assert.fail(nameOf(route));
    const path = route.path
      .replace(":id", id ? world.ids[id] : "")
      .replace(":schluessel", world.token);
    const reply = await visit(routes, route.method, {
      ...visitor,
      path,
      fields: { partyId: world.ids.organisation, ...fields },
    });
    return outcomeOf(reply);
  };

  const expectedOf = (route: Route, who: Who): Outcome => {
    const isSomebody =
      who !== "signed out" && who !== "staff of another tenant";
    if (!isSomebody && route.audience === "account") return "sign-in";
    return oracle[nameOf(route)]?.outcome(who) ?? assert.fail(nameOf(route));
  };

  test("the table knows every route, and no other", () => {
    assert.deepEqual(routes.map(nameOf).sort(), Object.keys(oracle).sort());
  });

  test("is as the table says for everybody on every route, in any order; what is refused changes nothing", async () => {
    const all = routes.flatMap((route) =>
      visitors.map((who) => ({ route, who })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length }),
        async (drawn) => {
          let world = await openWorld();
          let before = await stateOf(world);
          for (const { route, who } of drawn) {
            const expected = expectedOf(route, who);
            const name = `${nameOf(route)} as ${who}`;
            assert.equal(await ask(route, who, world), expected, name);
            if (route.method === "POST" && expected === "ok") {
              world = await openWorld();
              before = await stateOf(world);
            } else if (route.method === "POST") {
              assert.deepEqual(await stateOf(world), before, name);
            }
          }
        },
      ),
      { numRuns: 1 },
    );
  });

  test("says nothing about an invitation to who is not signed in", async () => {
    const { token, tenantId } = await openWorld();
    const reply = await visit(routes, "GET", {
      context: database.contextFor({ tenantId }),
      path: `/einladung/${token}`,
    });
    assert.ok(reply.kind === "page");
    assert.doesNotMatch(String(reply.main), /Segelclub|Jana|neu@/);
  });

  test("finds nothing of another installation", async () => {
    const world = await openWorld();
    const elsewhere = await openWorld();
    for (const route of routes.filter(({ path }) => path.includes(":"))) {
      const mixed = { ...elsewhere, ids: world.ids, token: world.token };
      assert.equal(await ask(route, "owner", mixed), 404, nameOf(route));
    }
  });
});

function outcomeOf(reply: Reply): Outcome {
  if (reply.kind === "redirect") return "ok";
  assert.ok(reply.kind === "page" || reply.kind === "error", reply.kind);
  const { status } = reply;
  if (status === 200) return "ok";
  assert.ok(
    status === 403 || status === 404 || status === 409,
    `${String(status)} ${reply.kind === "page" ? String(reply.main) : ""}`,
  );
  return status;
}
