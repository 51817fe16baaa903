import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import type { Portal } from "../../tenants/index.ts";
import type { PortalRequest, Reply } from "../../../shell/web/route.ts";
import { guest, staffWith } from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { de } from "../i18n/de.ts";
import { deliveryTexts } from "../i18n/texts.ts";
import {
  kevin,
  openDeliveryFixture,
  type DeliveryFixture,
} from "../testing/delivery-fixture.ts";
import { causeText } from "./cause-text.ts";
import { listRoutes } from "./routes.ts";

describe("the page of deliveries", () => {
  let fixture: DeliveryFixture;
  let deliveryId: string;
  before(async () => {
    fixture = await openDeliveryFixture();
    await fixture.addDestination("Fachverfahren <Parken>", "*");
    const [id] = await fixture.submit();
    assert.ok(id);
    deliveryId = id;
  });
  after(() => fixture.close());

  const reach = (
    method: "GET" | "POST",
    given: {
      context?: Parameters<DeliveryFixture["context"]>[0];
      id?: string;
      query?: string;
    } = {},
  ): Promise<Reply> => {
    const route = listRoutes.find((known) => known.method === method);
    assert.ok(route);
    return route.handle(requestOf(fixture.context(given.context), given));
  };
  const markup = async (query = "", actor = kevin): Promise<string> => {
    const reply = await reach("GET", { query, context: { actor } });
    assert.ok(reply.kind === "page");
    return String(reply.main);
  };
  const setState = (state: string, reason: string | null) =>
    fixture.query(
      "update delivery.delivery set state = $2, last_reason = $3 where id = $1",
      deliveryId,
      state,
      reason,
    );

  test("begins with what a person must look at, and says the cause in words", async () => {
    await setState("dead", "connect");
    const text = await markup();
    assert.match(text, /Aufgegeben \(1\)/);
    assert.match(text, /Das Ziel ist nicht erreichbar\./);
    assert.match(text, /SN-7K4M-2QXD/);
    assert.match(text, /Fachverfahren &lt;Parken&gt;/);
    assert.match(text, new RegExp(`${deliveryId}/wiederholung`));
  });

  test("an address that is not there and an application too large are told apart; our own word for a receipt is one of people", async () => {
    await setState("rejected", "http-404");
    assert.match(await markup(), /Diese Adresse gibt es beim Ziel nicht/);
    await setState("rejected", "http-413");
    assert.match(await markup(), /dem Ziel zu groß \(Code http-413\)/);
    await fixture.query(
      "update delivery.delivery set state = 'delivered', receipt = 'in-mail-outbox' where id = $1",
      deliveryId,
    );
    const text = await markup("stand=zugestellt");
    assert.match(text, /E-Mail liegt im Postausgang/);
    await fixture.query(
      "update delivery.delivery set receipt = null where id = $1",
      deliveryId,
    );
  });

  test("offers sending again only to those who may", async () => {
    await setState("rejected", "http-422");
    const reader = staffWith(newId(), "delivery.read");
    assert.doesNotMatch(await markup("", reader), /wiederholung/);
  });

  test("shows a delivery that is long due as overdue", async () => {
    await setState("waiting", null);
    await fixture.query(
      "update delivery.delivery set next_attempt_at = now() - interval '1 hour'",
    );
    assert.match(await markup("stand=wartet"), /überfällig seit/);
  });

  test("has a word for an empty state and ignores a query that makes no sense", async () => {
    assert.match(await markup("stand=zugestellt"), /Hier ist nichts/);
    assert.match(await markup("stand=x&nach=y_z"), /Zustellungen/);
  });

  test("sending again leads back to the list", async () => {
    await setState("dead", "connect");
    const reply = await reach("POST", { id: deliveryId });
    assert.ok(reply.kind === "redirect");
    assert.equal(reply.to, "/arbeitsplatz/zustellungen?stand=wartet&erneut=1");
    assert.match(await markup("stand=wartet&erneut=1"), /role="status"/);
  });

  test("another tenant's delivery, one that is none, and one that is there", async () => {
    const statusOf = async (given: Parameters<typeof reach>[1]) => {
      const reply = await reach("POST", given);
      return reply.kind === "error" ? reply.status : reply.kind;
    };
    const foreign = { tenantId: fixture.grabowId };
    assert.equal(await statusOf({ id: deliveryId, context: foreign }), 404);
    assert.equal(await statusOf({ id: newId() }), 404);
    assert.equal(await statusOf({ id: "1' or 1=1" }), 404);
    assert.equal(
      await statusOf({ id: deliveryId, context: { actor: guest } }),
      403,
    );
    await setState("delivered", null);
    assert.equal(await statusOf({ id: deliveryId }), 409);
  });
});

test("every code our connectors report has a sentence of its own", async () => {
  const t = deliveryTexts("de");
  const folder = new URL("../../../connectors/", import.meta.url);
  const sources = await Promise.all(
    ["folder/connector.ts", "webhook/connector.ts", "webhook/outcome.ts"].map(
      (file) => readFile(new URL(file, folder), "utf8"),
    ),
  );
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/(?:reason|cause): "([a-z-]+)"/g)].map(
      ([, code]) => code,
    ),
  );
  assert.ok(codes.length >= 5);
  for (const code of codes)
    assert.ok(code && `cause.${code}` in de, `cause.${code} is missing`);
  assert.equal(causeText(t, "odd"), "Unbekannte Ursache (Code odd).");
  assert.match(causeText(t, "http-401"), /erkennt das Portal nicht an/);
  assert.match(causeText(t, "http-302"), /umgezogen/);
});

function requestOf(
  context: PortalRequest["context"],
  given: { id?: string; query?: string },
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
    path: "/arbeitsplatz/zustellungen",
    params: { id: given.id ?? "" },
    query: new URLSearchParams(given.query),
    fields: new URLSearchParams("stand=wartet"),
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
