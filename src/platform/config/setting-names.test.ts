import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { misspeltSettings } from "./setting-names.ts";

describe("names of settings", () => {
  test("that are a slip of the pen away are recognised", () => {
    assert.deepEqual(
      misspeltSettings(["SMTP_ULR", "SECRET_KEY", "Public_Base_Domain"]),
      [
        { given: "SMTP_ULR", meant: "SMTP_URL" },
        { given: "SECRET_KEY", meant: "SECRET_KEYS" },
        { given: "Public_Base_Domain", meant: "PUBLIC_BASE_DOMAIN" },
      ],
    );
  });

  test("that are right or something else altogether are left alone", () => {
    const others = ["SMTP_URL", "PATH", "HOME", "HOSTNAME", "NODE_OPTIONS"];
    assert.deepEqual(misspeltSettings([...others, "LOGNAME", "PORTS"]), []);
  });
});
