import { Ajv2020 } from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Delivery } from "../../modules/delivery/index.ts";
import { sampleDelivery } from "../../modules/delivery/testing/sample-delivery.ts";
import {
  readSharedFile,
  sharedDataMissing,
} from "../../platform/testing/shared-data.ts";
import { metadataOf } from "./metadata.ts";
import { canBeSaid } from "./payment.ts";
import { metadataSchema } from "./receive/metadata-schema.ts";

type Payment = NonNullable<Delivery["payment"]>;

const booked: Payment = {
  status: "booked",
  method: "creditcard",
  transactionId: "9xxd-432x-6543-xfd6-gfdx-fd27",
  reference: "KZ 4711/2026",
  url: "https://bezahldienst.example/transaktionen/9xxd",
  bookedAt: new Date("2026-03-01T09:29:00Z"),
  grossCents: 3_570,
};

const saidOf = (payment: Payment | undefined) =>
  metadataOf(
    sampleDelivery({ payment }),
    { format: "json", schemaUri: "urn:x", replyEmail: undefined },
    { data: "{}", attachments: [] },
  );

describe("what was paid, in the metadata", () => {
  test(
    "follows the schema in every state and way of paying, and our own receiver reads the same",
    { skip: sharedDataMissing() },
    () => {
      const text = readSharedFile("fit-connect/metadata-2.1.0.schema.json");
      const ajv = new Ajv2020({
        strict: false,
        validateFormats: false,
        multipleOfPrecision: 6,
      });
      const validate = ajv.compile(JSON.parse(text.toString()) as object);
      const states = ["initial", "booked", "failed", "canceled"] as const;
      const methods = [
        "giropay",
        "paydirect",
        "creditcard",
        "paypal",
        "invoice",
        undefined,
      ] as const;
      for (const status of states)
        for (const method of methods)
          for (const grossCents of [3_570, 1, 129_999, 0, undefined]) {
            const said = saidOf({ ...booked, status, method, grossCents });
            assert.ok(validate(said), ajv.errorsText(validate.errors));
            const read = metadataSchema.parse(said).paymentInformation;
            assert.equal(read?.status, status.toUpperCase());
            assert.equal(read.paymentMethod, method?.toUpperCase() ?? "OTHER");
            const amount = grossCents ? grossCents / 100 : undefined;
            assert.equal(read.grossAmount, amount);
          }
    },
  );

  test("says nothing that is not known, and nothing at all where nothing was to be paid", () => {
    const { transactionId, reference } = booked;
    const status = "initial" as const;
    const bare = { status, method: undefined, transactionId, reference };
    assert.deepEqual(saidOf(bare).paymentInformation, {
      transactionId,
      transactionReference: reference,
      status: "INITIAL",
      paymentMethod: "OTHER",
    });
    assert.ok(!("paymentInformation" in saidOf(undefined)));
  });

  test("a number that the schema has no room for is known before anything is sent", () => {
    assert.ok(canBeSaid(booked) && canBeSaid(undefined));
    for (const transactionId of ["x".repeat(37), "a b", "", "ä"])
      assert.ok(!canBeSaid({ ...booked, transactionId }), transactionId);
  });
});
