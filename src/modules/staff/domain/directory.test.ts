import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { groupsIn, rolesOfGroups } from "./directory.ts";

void test("groups are read where the directory names them", () => {
  assert.deepEqual(groupsIn({ groups: ["a", "b"] }, "groups"), ["a", "b"]);
  assert.deepEqual(groupsIn({ groups: "a" }, "groups"), ["a"]);
  assert.deepEqual(
    groupsIn({ realm_access: { roles: ["a"] } }, "realm_access.roles"),
    ["a"],
  );
  for (const claims of [
    {},
    { groups: 7 },
    { groups: [1, null] },
    { groups: { a: 1 } },
  ])
    assert.deepEqual(groupsIn(claims, "groups"), []);
  assert.deepEqual(groupsIn({}, "constructor.name"), []);
});

void test("nobody gets a role whose groups they are not in", () => {
  const groupsOfRole = { caseworker: ["sb", "sb-2"], admin: ["it"] } as const;
  fc.assert(
    fc.property(
      fc.subarray(["sb", "sb-2", "it", "other", "operator"]),
      (groups) => {
        const given = rolesOfGroups({ groupsOfRole }, groups);
        assert.equal(
          given.includes("caseworker"),
          groups.includes("sb") || groups.includes("sb-2"),
        );
        assert.equal(given.includes("admin"), groups.includes("it"));
        assert.ok(!given.includes("operator"));
      },
    ),
  );
});
