import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { contentSecurityPolicy, securityHeaders } from "./security-headers.ts";

describe("the headers of every answer", () => {
  test("let a page load from its own portal only, stand in no frame and share no window", () => {
    const headers = securityHeaders("https");
    const policy = headers["content-security-policy"] ?? "";
    assert.deepEqual(policy.split("; "), [
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["referrer-policy"], "same-origin");
    assert.equal(headers["cross-origin-opener-policy"], "same-origin");
    assert.equal(headers["cross-origin-resource-policy"], "same-origin");
  });

  test("over https demand it for two years and all hosts below", () => {
    const name = "strict-transport-security";
    const twoYears = "max-age=63072000; includeSubDomains";
    assert.equal(securityHeaders("https")[name], twoYears);
    // Over http a browser must ignore it. @see RFC 6797 section 7.2
    assert.equal(securityHeaders("http")[name], undefined);
  });

  test("open nothing to other origins", () => {
    const names = Object.keys(securityHeaders("https"));
    assert.deepEqual(
      names.filter((name) => name.startsWith("access-control-")),
      [],
    );
  });

  test("let a form go to where a sign-in leads, and nowhere else", () => {
    const policy = contentSecurityPolicy({
      formTargets: ["https://idp.example"],
    });
    assert.match(policy, /; form-action 'self' https:\/\/idp\.example; /);
    assert.doesNotMatch(policy, /unsafe|\*/);
  });
});
