import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseCookies, serializeCookie } from "./cookies.ts";

void describe("cookies", () => {
  void test("under https are bound to the host, and no others are read", () => {
    const line = serializeCookie(
      { name: "arbeitsplatz", value: "own" },
      "https",
    );
    assert.match(line, /^__Host-arbeitsplatz=own; Path=\/; .*Secure$/);
    const sent =
      "arbeitsplatz=planted; __Secure-arbeitsplatz=planted; __Host-arbeitsplatz=own";
    assert.equal(parseCookies(sent, "https")["arbeitsplatz"], "own");
  });

  void test("under http have their plain names", () => {
    assert.equal(
      serializeCookie({ name: "sprache", value: "en" }, "http"),
      "sprache=en; Path=/; HttpOnly; SameSite=Lax",
    );
    assert.deepEqual(parseCookies("sprache=en; ; x", "http"), {
      sprache: "en",
    });
  });
});
