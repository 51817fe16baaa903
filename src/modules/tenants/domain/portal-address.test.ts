import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOfPortal } from "./portal-address.ts";

const installation = { host: "" };
const schwerin = { host: "schwerin" };
const lup = { host: "lup" };

test("leads from the list to a portal, from portal to portal and back", () => {
  assert.equal(
    addressOfPortal("http://localhost:8080", installation, schwerin),
    "http://schwerin.localhost:8080",
  );
  assert.equal(
    addressOfPortal("http://schwerin.localhost:8080", schwerin, lup),
    "http://lup.localhost:8080",
  );
  assert.equal(
    addressOfPortal("https://schwerin.example.org", schwerin, installation),
    "https://example.org",
  );
});
