import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { after, before, describe, test } from "node:test";
import type { PortalRequest, Route } from "../shell/web/route.ts";
import { collectModules } from "./modules.ts";
import { openWeb } from "./web.ts";
import {
  accountRules,
  addressFor,
  type Outcome,
} from "./testing/account-rules.ts";
import {
  antrag,
  fillIn,
  postSend,
  readStand,
  send,
} from "./testing/applicant.ts";
import {
  citizens,
  openAccountWorld,
  outsiders,
  parties,
  type AccountWorld,
  type Citizen,
  type Who,
  type Whose,
} from "./testing/account-world.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { routesOf } from "./testing/route-table.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer } from "./testing/visitor.ts";

type Case = {
  readonly route: Route;
  readonly whose: Whose;
  readonly who: Citizen;
  readonly expected: Outcome;
};

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const ruleOf = (route: Route) =>
  accountRules[nameOf(route)] ?? assert.fail(nameOf(route));

/** Every route with everything it can be asked for, by everybody signed in. */
function casesOf(routes: readonly Route[]): readonly Case[] {
  return routes.flatMap((route) => {
    const { id, outcome } = ruleOf(route);
    const isOfParty =
      id === "draft" || id === "submission" || route.path.includes(":thread");
    return (isOfParty ? parties : parties.slice(0, 1)).flatMap((whose) =>
      citizens
        // About herself she gets the same there as here.
        .filter((who) => who !== "ada elsewhere" || route.path.includes(":"))
        .map((who) => ({ route, whose, who, expected: outcome(who, whose) })),
    );
  });
}

const labelOf = ({ route, whose, who }: Case) =>
  `${nameOf(route)} (${whose}) as ${who}`;

void describe("every route that asks for an account", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let world: AccountWorld;
  let routes: readonly Route[];
  let cases: readonly Case[];
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
    routes = routesOf(portal).filter(({ audience }) => audience === "account");
    world = await openAccountWorld(portal, owner);
  });
  after(async () => {
    await owner.close();
    await portal.close();
  });

  const addressOf = ({ route, whose }: Pick<Case, "route" | "whose">) =>
    addressFor(route.path, ruleOf(route), { world, whose });
  const ask = (
    { route, address }: { readonly route: Route; readonly address: string },
    who: Who,
    visitors = world.visitors,
  ): Promise<Answer> => {
    const { fields = {} } = ruleOf(route);
    return visitors[who].visit(
      address,
      route.method === "POST" ? { fields } : {},
    );
  };
  const tryOut = (each: Case, visitors = world.visitors) =>
    ask({ route: each.route, address: addressOf(each) }, each.who, visitors);
  /** Who is let in where they should not be. */
  const findOpen = async (some: readonly Case[], visitors = world.visitors) => {
    const open: string[] = [];
    for (const each of some) {
      if (each.expected === "in") continue;
      const answer = await tryOut(each, visitors);
      if (!isAs(each.expected, answer))
        open.push(`${labelOf(each)}: ${String(answer.status)}`);
    }
    return open;
  };

  void test("is in the table, and nothing else is", () => {
    assert.deepEqual(
      routes.map(nameOf).toSorted(),
      Object.keys(accountRules).toSorted(),
    );
    cases = casesOf(routes);
  });

  void test("leads whoever is not signed in to the sign-in page and back, staff too, and does nothing", async () => {
    const before = await world.state();
    for (const who of outsiders) {
      for (const route of routes) {
        const address = addressOf({ route, whose: "ada" });
        const { status, headers } = await ask({ route, address }, who);
        const label = `${nameOf(route)} as ${who}`;
        // What was sent is not kept for later: it may come from anybody.
        const isPost = route.method === "POST";
        assert.equal(status, isPost ? 403 : 303, label);
        assert.equal(
          headers.location,
          isPost
            ? undefined
            : `/anmelden?${new URLSearchParams({ zurueck: address }).toString()}`,
          label,
        );
      }
    }
    assert.deepEqual(await world.state(), before);
  });

  void test("refuses what is not one's own, and changes nothing of it", async () => {
    const wrong: string[] = [];
    const before = await world.state();
    for (const who of citizens) {
      wrong.push(...(await findOpen(cases.filter((one) => one.who === who))));
      assert.deepEqual(await world.state(), before, who);
    }
    assert.deepEqual(wrong, []);
  });

  void test("finds a hole: a page that takes everybody for who asked first", async () => {
    const { services } = portal;
    const holed = `GET /antraege/:id`;
    const web = await openWeb({
      services,
      modules: collectModules(services).map((module) => ({
        ...module,
        routes: module.routes.map((route) =>
          nameOf(route) === holed ? takingAllForTheFirst(route) : route,
        ),
      })),
    });
    await web.listen({ port: 0, host: "localhost" });
    try {
      const address = web.server.address();
      assert.ok(typeof address === "object" && address);
      const there = { ...portal, port: address.port };
      const visitors = { ...world.visitors };
      for (const who of citizens) {
        const label = who === "ada elsewhere" ? "grabow" : "schwerin";
        visitors[who] = visitorOf(there, label);
        for (const [name, value] of world.visitors[who].cookies)
          visitors[who].cookies.set(name, value);
      }
      const asked = cases.filter(
        ({ route, whose }) => nameOf(route) === holed && whose === "ada",
      );
      for (const each of asked.filter(({ who }) => who === "ada"))
        assert.equal((await tryOut(each, visitors)).status, 200);
      assert.deepEqual(await findOpen(asked), []);
      const open = await findOpen(asked, visitors);
      assert.ok(open.includes(`${holed} (ada) as other person: 200`));
    } finally {
      await web.close();
    }
  });

  void test("answers a stranger about others' things as about none", async () => {
    const nothing = "0197b3c4-0000-7000-8000-000000000000";
    const hidden = cases.filter(
      ({ who, expected }) =>
        who === "other person" && (expected === 404 || expected === "alike"),
    );
    for (const each of hidden) {
      const { route } = each;
      const about = async (address: string) => {
        const { status, headers, text } = await ask(
          { route, address },
          each.who,
        );
        const { location } = headers;
        return { status, location, text: text.replaceAll(address, "here") };
      };
      assert.deepEqual(
        await about(addressOf(each)),
        await about(route.path.replaceAll(/:\w+/g, nothing)),
        labelOf(each),
      );
    }
  });

  void test("lets in whom it belongs to, and who acts for them", async () => {
    const wrong: string[] = [];
    for (const method of ["GET", "POST"]) {
      for (const each of cases.filter(({ route }) => route.method === method)) {
        if (each.expected !== "in" || ruleOf(each.route).ends) continue;
        const answer = await tryOut(each);
        if (!isAs("in", answer))
          wrong.push(`${labelOf(each)}: ${String(answer.status)}`);
        const isStranger =
          each.who === "other person" || each.who === "foreign owner";
        const word = world.words.find((one) => answer.text.includes(one));
        if (isStranger && word !== undefined)
          wrong.push(`${labelOf(each)} says "${word}"`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  void test("lets who only prepares fill in and save, and send by nobody but who may sign", async () => {
    const form = "hundesteuer";
    const { preparer, signatory } = world.visitors;
    await fillIn(preparer, form);
    const summary = await preparer.visit(antrag(form, "/pruefen"));
    const refused = await postSend(preparer, form, readStand(summary));
    assert.equal(refused.headers.location, antrag(form, "/pruefen"));
    const [draft] = await owner.query<{ id: string; submitted: boolean }>(
      `select id, submitted_at is not null as submitted from submissions.draft
       where owner_id = $1 order by created_at desc limit 1`,
      [world.ids.organisation],
    );
    assert.equal(draft?.submitted, false);

    signatory.cookies.delete(`antrag-${form}`);
    const opened = await signatory.visit(`/antraege/entwuerfe/${draft.id}`, {
      fields: {},
    });
    assert.equal((await signatory.follow(opened)).status, 200);
    const sent = await send(signatory, form);
    assert.equal(sent.headers.location, antrag(form, "/gesendet"));
  });

  void test("does what ends something for whom it belongs to", async () => {
    const inOrder = Object.entries(accountRules)
      .filter(([, { ends }]) => ends)
      .map(([name]) => name);
    const firsts = new Map<string, Case>();
    for (const name of inOrder)
      for (const each of cases.filter(({ route }) => nameOf(route) === name))
        if (each.expected === "in" && !firsts.has(`${name} ${each.whose}`))
          firsts.set(`${name} ${each.whose}`, each);
    let before = await world.state();
    for (const each of firsts.values()) {
      const { status } = await tryOut(each);
      const after = await world.state();
      assert.ok(
        status === 303 && !isDeepStrictEqual(after, before),
        `${labelOf(each)}: ${String(status)}`,
      );
      before = after;
    }
  });

  void test("logs no faults, and nothing of anybody", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, [...world.words, world.invitationToken]);
  });
});

function takingAllForTheFirst(route: Route): Route {
  let first: Partial<PortalRequest> | undefined;
  return {
    ...route,
    handle: (request) => {
      const { account, context, accountContext } = request;
      first ??= { account, context, accountContext };
      return route.handle({ ...request, ...first });
    },
  };
}

/** Whether somebody signed in got what was expected; the sign-in page is never right. */
function isAs(expected: Outcome, { status, headers }: Answer): boolean {
  const isAskedToSignIn =
    headers.location !== undefined && /^\/anmelden/.test(headers.location);
  const isIn = !isAskedToSignIn && [200, 303, 400, 422].includes(status);
  return expected === "in" || expected === "alike" ? isIn : status === expected;
}
