import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import type { Actor } from "../../../platform/context/context.ts";
import { guest, staffWith } from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import type { PortalRequest, Reply } from "../../../shell/web/route.ts";
import type { Portal } from "../../tenants/index.ts";
import {
  kevin,
  openDeliveryFixture,
  type DeliveryFixture,
} from "../testing/delivery-fixture.ts";
import { attemptDelivery } from "../use-cases/attempt-delivery.ts";
import { openDestination } from "../use-cases/open-destination.ts";
import { destinationRoutes } from "./destination-routes.ts";
import { settleRoutes } from "./settle-routes.ts";

describe("the pages of destinations", () => {
  let fixture: DeliveryFixture;
  before(async () => {
    fixture = await openDeliveryFixture();
  });
  after(() => fixture.close());

  type Given = {
    readonly path: string;
    readonly id?: string;
    readonly fields?: Record<string, string>;
    readonly query?: string;
    readonly actor?: Actor;
    readonly tenantId?: string;
  };
  const reach = async (
    method: "GET" | "POST",
    given: Given,
  ): Promise<Reply> => {
    const { connectors } = fixture.ports;
    const routes = [
      ...destinationRoutes({
        connectors,
        listLeistungen: () =>
          Promise.resolve([
            { slug: "geburtsurkunde", title: "Geburtsurkunde" },
            { slug: "hundesteuer", title: "Hund <anmelden>" },
          ]),
      }),
      ...settleRoutes({
        connectors,
        portalNames: () => Promise.resolve(new Map()),
      }),
    ];
    const route = routes.find(
      (known) => known.method === method && known.path === given.path,
    );
    assert.ok(route, given.path);
    assert.equal(route.permission, "delivery.edit");
    const { actor = kevin, tenantId } = given;
    const context = fixture.context({ actor, ...(tenantId && { tenantId }) });
    return route.handle(requestOf(context, given));
  };
  const markup = async (method: "GET" | "POST", given: Given, status = 200) => {
    const reply = await reach(method, given);
    assert.ok(reply.kind === "page", JSON.stringify(reply));
    assert.equal(reply.status, status);
    return String(reply.main);
  };

  const filled = {
    anbindung: "fake",
    name: "Fachverfahren <Hund>",
    eingeschaltet: "true",
    leistungen: "hundesteuer",
    gleichzeitig: "3",
    geduld: "24",
    stoerungen: "it@schwerin.de",
    "option-secret": "streng-geheim",
    "option-format": "new",
  };

  test("a destination is added, shown without its secret, changed and tried", async () => {
    assert.match(
      await markup("GET", { path: "/verwaltung/ziele/neu" }),
      /anbindung=fake/,
    );
    const blank = { path: "/verwaltung/ziele/neu", query: "anbindung=fake" };
    assert.match(await markup("GET", blank), /type="password"/);

    const wrong = await markup(
      "POST",
      {
        path: "/verwaltung/ziele/neu",
        fields: { ...filled, name: "", geduld: "0", "option-address": "x" },
      },
      422,
    );
    assert.match(wrong, /href="#name"/);
    assert.match(wrong, /href="#geduld"/);
    assert.doesNotMatch(wrong, /streng-geheim/);
    const odd = { ...filled, "option-address": "keine Adresse" };
    assert.match(
      await markup("POST", { path: "/verwaltung/ziele/neu", fields: odd }, 422),
      /href="#option-address"/,
    );

    const added = await reach("POST", {
      path: "/verwaltung/ziele/neu",
      fields: filled,
    });
    assert.ok(added.kind === "redirect");
    const again = { path: "/verwaltung/ziele/neu", fields: filled };
    assert.match(await markup("POST", again, 422), /heißt schon so/);
    const [row] = await fixture.query<{ id: string; concurrency: number }>(
      "select id, concurrency from delivery.destination where patience_hours = 24 and office_email = 'it@schwerin.de'",
    );
    assert.ok(row);
    const { id } = row;
    assert.equal(row.concurrency, 3);

    const list = await markup("GET", { path: "/verwaltung/ziele" });
    assert.match(list, /Fachverfahren &lt;Hund&gt;/);
    const shown = await markup("GET", { path: "/verwaltung/ziele/:id", id });
    // What is chosen is in sight, the rest is folded.
    const [inSight = "", folded = ""] = shown.split("<details");
    assert.match(inSight, /value="hundesteuer"[^>]* checked/);
    assert.match(inSight, /Hund &lt;anmelden&gt;/);
    assert.doesNotMatch(folded, /value="hundesteuer"/);
    assert.match(folded, /value="geburtsurkunde"/);
    assert.match(shown, /Gespeichert\. Lassen Sie das Feld leer/);
    assert.doesNotMatch(shown, /streng-geheim/);

    const changed = await reach("POST", {
      path: "/verwaltung/ziele/:id",
      id,
      fields: { ...filled, name: "Hund", "option-secret": "" },
    });
    assert.ok(changed.kind === "redirect");
    const { connectors } = fixture.ports;
    const open = await openDestination(fixture.context(), id, connectors);
    assert.deepEqual(open?.storedSecrets, ["secret"]);
    assert.deepEqual(open.options, { format: "new" });

    const tried = await reach("POST", {
      path: "/verwaltung/ziele/:id/test",
      id,
    });
    assert.ok(tried.kind === "redirect");
    const deliveryId = tried.to.split("/").at(-1) ?? "";
    const signal = new AbortController().signal;
    await attemptDelivery(
      fixture.context(),
      { deliveryId, signal },
      fixture.ports,
    );
    const record = fixture.receiver.records.get(deliveryId);
    assert.equal(record?.isTest, true);
    assert.match(record.reference, /^TEST-[0-9A-F]{8}$/);
    assert.equal(record.sender, undefined);
    const off = { ...filled, name: "Hund", eingeschaltet: "" };
    await reach("POST", { path: "/verwaltung/ziele/:id", id, fields: off });
    const refused = await reach("POST", {
      path: "/verwaltung/ziele/:id/test",
      id,
    });
    assert.ok(refused.kind === "error" && refused.status === 409);
    const actions = await fixture.query<{ action: string }>(
      "select action from audit.entry where subject_id = $1 order by action",
      id,
    );
    assert.deepEqual(
      actions.map(({ action }) => action),
      [
        ...Array<string>(3).fill("delivery.destination-saved"),
        "delivery.test-sent",
      ],
    );
  });

  test("all that failed at a destination goes to another one, once", async () => {
    const from = await fixture.addDestination("Altes Verfahren", "parken");
    const to = await fixture.addDestination("Neues Verfahren");
    for (const state of ["dead", "rejected", "delivered"]) {
      const [deliveryId] = await fixture.submit("parken");
      await fixture.query(
        "update delivery.delivery set state = $2 where id = $1",
        deliveryId,
        state,
      );
    }
    const page = { path: "/verwaltung/ziele/:id", id: from };
    assert.match(await markup("GET", page), /2 Anträge wurden/);
    const path = "/arbeitsplatz/ziele/:id/umleitung";
    const asked = await reach("POST", { path, id: from, fields: { ziel: "" } });
    assert.ok(asked.kind === "redirect");
    assert.equal(asked.to, `/verwaltung/ziele/${from}?ziel=fehlt`);
    assert.match(
      await markup("GET", { ...page, query: "ziel=fehlt" }, 422),
      /href="#ziel"[^]*id="ziel-error"|href="#ziel"[^]*aria-invalid="true"/,
    );
    const redirected = { path, id: from, fields: { ziel: to } };
    assert.equal((await reach("POST", redirected)).kind, "redirect");
    const states = await fixture.query<{ state: string }>(
      "select state from delivery.delivery where destination_id = $1",
      to,
    );
    assert.deepEqual(states, [{ state: "waiting" }, { state: "waiting" }]);
    const second = await reach("POST", redirected);
    assert.ok(second.kind === "error" && second.status === 409);
    assert.doesNotMatch(await markup("GET", page), /Anträge wurden/);
  });

  test("access: roles × tenants × ways in", async () => {
    const id = await fixture.addDestination("Nur für die Verwaltung");
    const reader = staffWith(newId(), "delivery.read");
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(kevin, reader, guest),
        fc.constantFrom("own", "foreign"),
        fc.constantFrom("open", "save", "try"),
        async (actor, tenant, way) => {
          const reply = await reach(way === "open" ? "GET" : "POST", {
            path: `/verwaltung/ziele/:id${way === "try" ? "/test" : ""}`,
            id,
            actor,
            fields: { ...filled, name: "Nur für die Verwaltung" },
            ...(tenant === "foreign" && { tenantId: fixture.grabowId }),
          });
          const isIn = actor === kevin && tenant === "own";
          assert.equal(reply.kind === "error", !isIn);
        },
      ),
      { numRuns: 40 },
    );
  });
});

function requestOf(
  context: PortalRequest["context"],
  given: { id?: string; query?: string; fields?: Record<string, string> },
): PortalRequest {
  return {
    context,
    account: undefined,
    accountContext: context,
    portal: {} as Portal,
    authority: {} as Portal,
    locale: "de",
    baseUrl: "http://schwerin.localhost",
    clientAddress: "127.0.0.1",
    path: "/verwaltung/ziele",
    params: given.id === undefined ? {} : { id: given.id },
    query: new URLSearchParams(given.query),
    fields: new URLSearchParams(given.fields),
    files: [],
    cookies: {},
    staff: {
      staffId: newId(),
      displayName: "Kevin",
      sessionId: newId(),
      roles: [],
      permissions: [],
    },
  };
}
