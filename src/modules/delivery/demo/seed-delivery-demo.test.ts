import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
  openDeliveryFixture,
  type DeliveryFixture,
} from "../testing/delivery-fixture.ts";
import { seedDeliveryDemo } from "./seed-delivery-demo.ts";

describe("demo destinations", () => {
  let fixture: DeliveryFixture;
  let directory: string;
  before(async () => {
    fixture = await openDeliveryFixture();
    directory = await mkdtemp(join(tmpdir(), "orh-zustellung-"));
  });
  after(async () => {
    await fixture.close();
    await rm(directory, { recursive: true });
  });

  const seed = () =>
    seedDeliveryDemo(fixture.context(), {
      directory,
      officeEmail: "post@schwerin.example",
      leistungen: [
        { slug: "bewohnerparkausweis", title: "Bewohnerparkausweis" },
        { slug: "hundesteuer", title: "Hundesteuer anmelden" },
      ],
    });

  test("are there once, however often they are sown", async () => {
    await seed();
    await seed();
    assert.deepEqual((await readdir(directory)).toSorted(), [
      "bewohnerparkausweis",
      "hundesteuer",
    ]);
    assert.equal((await fixture.submit("bewohnerparkausweis")).length, 2);
    assert.equal((await fixture.submit("geburtsurkunde")).length, 1);
  });
});
