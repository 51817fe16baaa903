import { createHash } from "node:crypto";
import type { TenantCipher } from "../../src/platform/crypto/tenant-cipher.ts";
import { demoTenants } from "../../src/modules/tenants/demo/demo-tenants.ts";
import { newChain, type CopyTown } from "./make-copy.ts";
import type { Sample } from "./sample.ts";
import { valueOf } from "./table-rows.ts";
import type { Part, Slot } from "./text-parts.ts";

/** A town of the demo, or a copy of one. */
export type Town = CopyTown & {
  readonly tenantId: string;
  /** Which town of the demo it is like. */
  readonly likeId: string;
  /** 0: it is that town itself. */
  readonly number: number;
};

/** Of forty authorities one is a county, four are cities, the others towns of the last county. */
const cycle = 40;
const cities = 4;

function kindOf(number: number): string {
  const place = (number - 1) % cycle;
  if (place === 0) return demoTenants.lup;
  return place <= cities ? demoTenants.schwerin : demoTenants.grabow;
}

/** What towns are called and known by, after their ids in the list. */
const names = ["-number", " number", "ars", "ags"] as const;

/** The towns of the demo with applications, and as many copies as wanted. */
export function planTowns(
  sample: Sample,
  {
    copies,
    cipherOf,
  }: {
    readonly copies: number;
    readonly cipherOf: (tenantId: string) => TenantCipher;
  },
): readonly Town[] {
  const towns = sample.towns.map(({ tenantId }) =>
    townOf(sample, { likeId: tenantId, number: 0, county: 0, cipherOf }),
  );
  let county = 0;
  for (let number = 1; number <= copies; number += 1) {
    const likeId = kindOf(number);
    if (likeId === demoTenants.lup) county = number;
    towns.push(townOf(sample, { likeId, number, county, cipherOf }));
  }
  return towns;
}

function townOf(
  { townIds }: Sample,
  {
    likeId,
    number,
    county,
    cipherOf,
  }: {
    readonly likeId: string;
    readonly number: number;
    readonly county: number;
    readonly cipherOf: (tenantId: string) => TenantCipher;
  },
): Town {
  const numbers = new Map([
    [likeId, number],
    [demoTenants.lup, county],
  ]);
  const idOf = (id: string, ownerId: string) =>
    anotherId(id, numbers.get(ownerId) ?? 0);
  const tenantId = idOf(likeId, likeId);
  return {
    tenantId,
    likeId,
    number,
    cipher: cipherOf(tenantId),
    lists: {
      town: [
        ...[...townIds].map(([id, ownerId]) => idOf(id, ownerId)),
        `-${String(number)}`,
        ` ${String(number)}`,
        ...keysOf(likeId, { number, county }),
      ],
    },
    chain: newChain(),
    hashes: new Map(),
  };
}

/** The same number gives the same id. */
function anotherId(id: string, number: number): string {
  if (number === 0) return id;
  const hex = createHash("md5")
    .update(`${String(number)}/${id}`)
    .digest("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Official keys that nobody has: those of a county's towns begin as the county's does. */
function keysOf(
  likeId: string,
  { number, county }: { readonly number: number; readonly county: number },
): readonly string[] {
  const digits = (value: number, length: number) =>
    String(value).padStart(length, "0");
  if (likeId === demoTenants.schwerin)
    return [`8${digits(number, 4)}0000000`, `8${digits(number, 4)}000`];
  const beginning = `9${digits(county, 4)}`;
  return likeId === demoTenants.lup
    ? [`${beginning}0000000`, beginning]
    : [
        `${beginning}${digits(number, 7)}`,
        `${beginning}${digits(number - county, 3)}`,
      ];
}

/** Where ids of a town are filled in from. */
export function townSlots({
  townIds,
}: Sample): (id: string) => Slot | undefined {
  const places = new Map([...townIds.keys()].map((id, index) => [id, index]));
  return (id) => {
    const index = places.get(id);
    return index === undefined ? undefined : { list: "town", index };
  };
}

/** Where the names and official keys of a town are filled in. */
export function townColumns(
  { townIds, towns }: Sample,
  likeId: string,
): (column: string, value: string) => readonly Part[] | undefined {
  const slot = (name: (typeof names)[number]): Slot => ({
    list: "town",
    index: townIds.size + names.indexOf(name),
  });
  const authority = towns
    .find(({ tenantId }) => tenantId === likeId)
    ?.rows.find(({ table }) => table.name === "tenants.authority");
  const ars = authority && valueOf(authority, "ars");
  const ags = authority && valueOf(authority, "ags");
  const numbered: ReadonlyMap<string, (typeof names)[number]> = new Map([
    ["tenants.authority.slug", "-number"],
    ["tenants.authority.host", "-number"],
    ["tenants.authority.name", " number"],
    ["tenants.authority.short_name", " number"],
    ["tenants.place.name", " number"],
    ["tenants.place_search.name", " number"],
  ]);
  return (column, value) => {
    const name = numbered.get(column);
    if (name) return [value, slot(name)];
    if (value === ars) return [slot("ars")];
    return value === ags ? [slot("ags")] : undefined;
  };
}
