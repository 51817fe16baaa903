import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { after, before, describe, test } from "node:test";
import { createHttpClient } from "../../../platform/http-client/http-client.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import type { Actor } from "../../../platform/context/context.ts";
import { ok } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import type { FederationPorts } from "../ports.ts";
import { createOidcProtocol } from "../protocols/oidc/oidc-protocol.ts";
import { listSignInWays } from "./list-sign-in-ways.ts";
import { saveProvider } from "./save-provider.ts";
import { noteOutcome } from "./watch-health.ts";

/** A Wednesday morning in Schwerin. */
const wednesday = new Date("2027-03-03T08:00:00.000Z");

/** How a provider fails to answer, once it has taken the connection. */
const silences: Readonly<Record<string, RequestListener>> = {
  "that says nothing": () => undefined,
  "that begins its answer and never ends it": (_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write("{");
  },
};

void describe("a provider that hangs", () => {
  let database: TestDatabase;
  const http = createHttpClient();
  const oidc = createOidcProtocol({ http, plainHttp: "to-this-machine" });
  before(async () => {
    database = await createTestDatabase();
  });
  after(async () => {
    http.close();
    await database.close();
  });

  /** `onProbe` hears of each question to a provider, which a busy machine may give up before it has arrived. */
  const portsWith = (onProbe: () => void): FederationPorts => ({
    protocols: [
      {
        ...oidc,
        probe: (provider, moment) => {
          onProbe();
          return oidc.probe(provider, moment);
        },
      },
    ],
    portals: {
      findById: () => Promise.reject(new Error("not asked for")),
      findByHost: () => Promise.reject(new Error("not asked for")),
      list: () => Promise.reject(new Error("not asked for")),
    },
    baseUrlOf: () => "http://localhost:9",
    // Whoever waits for longer than this waits for ever: nothing else ends the calls in time for the test.
    answerDeadlineMs: 100,
    releasedHosts: [],
    keepOrganisation: () => Promise.reject(new Error("not asked for")),
    onFailure: () => undefined,
  });
  const operator: Actor = { kind: "system", id: "test", may: () => true };

  for (const [how, answer] of Object.entries(silences))
    void test(`${how} is asked once, then left alone for ever longer, and taken back when it answers`, async (t) => {
      const tenantId = newId();
      let asked = 0;
      const ports = portsWith(() => (asked += 1));
      const server = createServer(answer);
      t.after(() => {
        server.closeAllConnections();
        server.close();
      });
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      const bound = server.address();
      assert.ok(typeof bound === "object" && bound);
      const at = (seconds: number) =>
        database.contextFor({
          tenantId,
          actor: operator,
          now: new Date(wednesday.getTime() + seconds * 1_000),
        });
      const saved = await saveProvider(at(0), ports, {
        key: "land",
        kind: "oidc",
        name: { de: "Land", en: "State" },
        description: { de: "Land", en: "State" },
        assuranceLevel: "low",
        portalTenantId: undefined,
        settings: {
          configuration: {
            issuer: `http://127.0.0.1:${String(bound.port)}`,
            clientId: "openrathaus",
            levels: { "loa-1": "low" },
          },
          secrets: { clientSecret: "geheim" },
        },
      });
      assert.ok(saved.ok, JSON.stringify(saved));
      /** What its button says to who opens the page then. */
      const isDown = async (seconds: number) => {
        const where = { portalTenantId: tenantId, locale: "de" } as const;
        const ways = await listSignInWays(at(seconds), ports, where);
        return ways.map((way) => way.isDown);
      };
      const looks = async (seconds: number) => [
        ...(await isDown(seconds)),
        asked,
      ];

      assert.deepEqual(await looks(0), [true, 1]);
      // Open: its button says so, and nobody waits for it.
      for (const seconds of [1, 5, 9])
        assert.deepEqual(await looks(seconds), [true, 1]);
      // Ten seconds after the first failure, twenty after the third.
      assert.deepEqual(await looks(10), [true, 2]);
      assert.deepEqual(await looks(29), [true, 2]);
      assert.deepEqual(await looks(30), [true, 3]);
      assert.deepEqual(await looks(69), [true, 3]);
      // While one asks, the others take what is known.
      const together = await Promise.all([70, 70, 70].map(isDown));
      assert.deepEqual([together, asked], [[[true], [true], [true]], 4]);

      await noteOutcome(at(71), "land", ok(undefined));
      assert.deepEqual(await looks(72), [false, 4]);
    });
});
