import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createHttpClient,
  type HttpClient,
} from "../../../platform/http-client/http-client.ts";
import { createFitConnectConnector } from "../connector.ts";
import { makeLocalKeys } from "../demo/local-keys.ts";
import { startLocalService } from "../demo/local-service.ts";
import type { LocalService } from "../demo/local-types.ts";
import { memoryNotes } from "../testing/memory-notes.ts";

const { signal } = new AbortController();
const leikaKey = "99108008001000";
/** Grabow, in the county. */
const ars = "130765654049";

describe("finding a Zustellpunkt by the routing service", () => {
  let service: LocalService;
  let http: HttpClient;
  before(async () => {
    service = await startLocalService(await makeLocalKeys());
    http = createHttpClient();
  });
  after(async () => {
    http.close();
    await service.stop();
  });

  const find = (
    change: Readonly<Record<string, string>> = {},
    plainHttp: "to-this-machine" | "never" = "to-this-machine",
  ) => {
    const { finder = assert.fail() } = createFitConnectConnector({
      http,
      clock: () => service.now(),
      plainHttp,
      notes: memoryNotes(),
    });
    const { url } = service;
    const query = {
      leikaKey,
      ars,
      routingApiUrl: `${url}/routing/v1`,
      signerUrl: `${url}/portal`,
      submissionApiUrl: url,
      ...change,
    };
    return finder.find(query, signal);
  };
  const faultOf = async (change: Readonly<Record<string, string>> = {}) => {
    const found = await find(change);
    assert.ok(found.kind === "found", JSON.stringify(found));
    const [one = assert.fail("nothing found")] = found.destinations;
    return one.fault;
  };
  /** While the routing service says this. */
  const faultWith = async (change: Partial<LocalService["routing"]>) => {
    const before = { ...service.routing };
    Object.assign(service.routing, change);
    const fault = await faultOf();
    Object.assign(service.routing, before);
    return fault;
  };

  test("gives who takes the Leistung of the place, with what a destination needs", async () => {
    const found = await find();
    assert.deepEqual(found, {
      kind: "found",
      destinations: [
        {
          name: "Landkreis Ludwigslust-Parchim, Kreisverwaltung",
          lines: [
            "Putlitzer Straße 25",
            "19370 Parchim",
            "Zentrale, 03871 555-0",
          ],
          options: {
            destinationId: service.destinationId,
            submissionApiUrl: service.url,
            serviceIdentifier: `urn:de:fim:leika:leistung:${leikaKey}`,
          },
        },
      ],
    });
    const elsewhere = await find({ ars: "010010000000" });
    assert.deepEqual(elsewhere, { kind: "found", destinations: [] });
  });

  test("what is not signed by the self-service portal, for this Zustellpunkt, Leistung, place and environment, now, is refused with the reason", async () => {
    const seconds = Math.floor(service.now().getTime() / 1000);
    const area = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:";
    const leistung = "urn:de:fim:leika:leistung:";
    const services = (place: string, key: string) => ({
      claims: {
        services: [
          {
            gebietIDs: [`${area}${place}`],
            leistungIDs: [`${leistung}${key}`],
          },
        ],
      },
    });
    assert.equal(await faultWith({ signer: "destination" }), "route-unsigned");
    assert.equal(
      await faultWith({ claims: { iss: "https://portal.example" } }),
      "route-other-signer",
    );
    assert.equal(
      await faultWith({ claims: { exp: seconds - 3600 } }),
      "route-expired",
    );
    assert.equal(
      await faultWith({ claims: { iat: seconds + 3600 } }),
      "route-expired",
    );
    assert.equal(
      await faultWith({
        destinationId: "5f0bd1d0-5d1e-4d0e-9d0e-000000000001",
      }),
      "route-other-destination",
    );
    assert.equal(
      await faultWith({ claims: { submissionHost: "elsewhere.example" } }),
      "route-other-host",
    );
    const other = "route-other-service";
    assert.equal(await faultWith(services("13004", leikaKey)), other);
    assert.equal(await faultWith(services(ars.slice(0, -1), "99")), other);
    // Signed for a part of the place only.
    assert.equal(await faultWith(services(`${ars}9`, leikaKey)), other);
    assert.equal(await faultWith(services("13", leikaKey)), undefined);
    assert.equal(await faultWith(services(ars, leikaKey)), undefined);
  });

  test("a service that is down, busy or something else says so, and plain addresses are asked on this machine only", async () => {
    const cause = async (...given: Parameters<typeof find>) => {
      const found = await find(...given);
      return found.kind === "unavailable" ? found.cause : assert.fail();
    };
    service.faults.push({ on: /routes/, then: { status: 429 } });
    assert.equal(await cause(), "http-429");
    service.faults.push({ on: /portal/, then: { status: 500 } });
    assert.equal(await cause(), "http-500");
    const wrong = { routingApiUrl: "http://127.0.0.1:9/v1" };
    assert.equal(await cause(wrong), "connect");
    assert.equal(await cause({}, "never"), "address-not-allowed");
    const signerUrl = "http://portal.example";
    assert.equal(await cause({ signerUrl }), "address-not-allowed");
    await assert.rejects(async () => find({ leikaKey: "1" }));
  });
});
