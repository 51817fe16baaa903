import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { createHttpClient } from "./http-client.ts";
import { kindOfAddress } from "./inner-addresses.ts";
import { createReach, OutOfReach, type ReachOptions } from "./reach.ts";

const outside = "93.184.215.14";

/** A resolver that answers each question with the next of its answers, as one does that rebinds a name. */
function answering(...answers: readonly string[][]) {
  const asked: string[] = [];
  const resolve: ReachOptions["resolve"] = async (host) => {
    const answer = answers[asked.length] ?? [];
    asked.push(host);
    return Promise.resolve(
      answer.map((address) => ({
        address,
        family: address.includes(":") ? 6 : 4,
      })),
    );
  };
  return { asked, resolve };
}

const reachOf = (released: readonly string[], answer: string) =>
  createReach({
    released,
    thisMachine: "refused",
    resolve: answering([answer]).resolve,
  });

const refuses = (released: readonly string[], host: string, answer: string) =>
  assert.rejects(reachOf(released, answer).addressesOf(host), OutOfReach);

const allows = (released: readonly string[], host: string, answer: string) =>
  assert.doesNotReject(reachOf(released, answer).addressesOf(host));

describe("the kind of an address", () => {
  const kinds = {
    public: [outside, "2a00:1450:4001::1", "172.32.0.1", "100.63.255.255"],
    private: ["10.1.2.3", "172.31.255.255", "192.168.0.1", "100.64.0.1"].concat(
      ["fd00:ec2::254", "::ffff:10.0.0.1", "::ffff:c0a8:1"],
    ),
    "this-machine": ["127.0.0.1", "127.255.1.1", "::1", "::ffff:7f00:1"],
    special: ["169.254.169.254", "0.0.0.0", "255.255.255.255", "224.0.0.1"]
      .concat(["::", "fe80::1", "fe80::1%eth0", "ff02::1", "2002:7f00:1::"])
      .concat(["64:ff9b::7f00:1", "::7f00:1", "::ffff:169.254.169.254"])
      .concat(["198.18.0.1", "192.0.2.1", "2001:db8::1", "not an address"]),
  } as const;
  for (const [kind, addresses] of Object.entries(kinds))
    test(`is ${kind} where it says so`, () => {
      for (const address of addresses)
        assert.equal(kindOfAddress(address), kind, address);
    });
});

describe("what the operator released", () => {
  test("by range is reached whatever its name", async () => {
    await allows(["10.20.0.0/16"], "dms.example", "10.20.3.4");
    await refuses(["10.20.0.0/16"], "dms.example", "10.21.3.4");
    await allows(["fd12::/16"], "dms.example", "fd12::5");
    await allows(["127.0.0.1"], "tunnel.example", "127.0.0.1");
    await refuses(["127.0.0.1"], "tunnel.example", "127.0.0.2");
  });

  test("by name is reached in private networks only", async () => {
    await allows(["dms.example"], "DMS.example.", "10.0.0.7");
    await allows(["*.intra.example"], "a.intra.example", "10.0.0.7");
    await refuses(["*.intra.example"], "intra.example", "10.0.0.7");
    await refuses(["dms.example"], "evildms.example", "10.0.0.7");
    await refuses(["dms.example"], "dms.example", "127.0.0.1");
    await refuses(["dms.example"], "dms.example", "169.254.169.254");
  });

  test("leaves of a name with addresses of both kinds the public ones", async () => {
    const { resolve } = answering(["10.0.0.1", outside, "::1"]);
    const reach = createReach({
      released: [],
      thisMachine: "refused",
      resolve,
    });
    assert.deepEqual(await reach.addressesOf("both.example"), [
      { address: outside, family: 4 },
    ]);
  });
});

describe("a call", () => {
  const visited: string[] = [];
  const server = createServer((request, reply) => {
    visited.push(`${request.headers.host ?? ""}${request.url ?? ""}`);
    reply.writeHead(302, { location: "http://169.254.169.254/latest" });
    reply.end();
  });
  let port = 0;
  before(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    ({ port } = server.address() as AddressInfo);
  });
  after(() => server.close());

  async function call(url: string, options: Partial<ReachOptions>) {
    const reach = createReach({
      released: [],
      thisMachine: "refused",
      ...options,
    });
    const http = createHttpClient({ reach });
    try {
      const outcome = await http.request({ method: "GET", url });
      return outcome.kind === "answered" ? outcome.status : outcome.kind;
    } finally {
      http.close();
    }
  }

  test("goes to the very address that was examined, by one question to the resolver", async () => {
    visited.length = 0;
    const { asked, resolve } = answering(["127.0.0.1"], [outside]);
    const url = `http://dms.example:${port}/in`;
    const released = ["127.0.0.1"];
    assert.equal(await call(url, { released, resolve }), 302);
    assert.deepEqual(asked, ["dms.example"]);
    assert.deepEqual(visited, [`dms.example:${port}/in`]);
  });

  test("goes nowhere when a name that was public before now points inside", async () => {
    visited.length = 0;
    const { asked, resolve } = answering([outside], ["127.0.0.1"]);
    const reach = createReach({
      released: [],
      thisMachine: "refused",
      resolve,
    });
    await reach.addressesOf("rebind.example");
    const http = createHttpClient({ reach });
    const url = `http://rebind.example:${port}/`;
    const outcome = await http.request({ method: "GET", url });
    http.close();
    assert.equal(outcome.kind, "not-allowed");
    assert.equal(asked.length, 2);
    assert.deepEqual(visited, []);
  });

  test("does not reach this machine by any way of writing its address", async () => {
    visited.length = 0;
    const hosts = ["127.0.0.1", "2130706433", "0x7f.1", "127.1", "017700000001"]
      .concat(["0", "[::1]", "[::ffff:127.0.0.1]", "localhost"])
      .concat(["[::7f00:1]", "[64:ff9b::127.0.0.1]", "①②⑦.⓪.⓪.①"]);
    for (const host of hosts)
      assert.equal(await call(`http://${host}:${port}/`, {}), "not-allowed");
    for (const host of hosts)
      assert.equal(await call(`https://${host}:${port}/`, {}), "not-allowed");
    assert.deepEqual(visited, []);
  });

  test("reaches this machine in development, and does not follow where that leads", async () => {
    visited.length = 0;
    const url = `http://127.0.0.1:${port}/`;
    assert.equal(await call(url, { thisMachine: "allowed" }), 302);
    assert.deepEqual(visited, [`127.0.0.1:${port}/`]);
  });
});
