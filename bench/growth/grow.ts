import { setImmediate } from "node:timers/promises";
import type { Services } from "../../src/main/services.ts";
import type { DatabaseAddress } from "../../src/platform/database/database.ts";
import { dropIndexes } from "../later-indexes.ts";
import { randomNumbers } from "../random-numbers.ts";
import { finish, readState, saveChains } from "./database-state.ts";
import {
  likeIt,
  linesOf,
  makeCopy,
  newChain,
  type CopyTown,
} from "./make-copy.ts";
import { connectOwner, openCopies, type Copies } from "./open-copies.ts";
import type { Ground } from "./sow-ground.ts";
import {
  makeTemplates,
  type PersonTemplate,
  type Templates,
} from "./templates.ts";
import { makeStories } from "./make-stories.ts";
import { planTowns, type Town } from "./towns.ts";

export type GrowthSize = {
  readonly tenants: number;
  readonly submissions: number;
};

export type Grown = {
  readonly seconds: number;
  readonly rows: number;
  readonly people: readonly KnownPerson[];
  readonly towns: readonly Town[];
};

/** A third of those who apply have an account. */
const submissionsPerPerson = 4;

/**
 * Makes an installation of this size out of the sample, by COPY: further authorities with all they need, people with accounts, and
 * applications with everything that came of them, encrypted with the keys of their authority. The first authority has its equal share of
 * them. Indexes are dropped before and made again after, and foreign keys are not checked meanwhile, so nobody else may use the database.
 */
export async function grow(
  services: Services,
  ground: Ground,
  size: GrowthSize,
): Promise<Grown> {
  const start = performance.now();
  const { address, cipherOf } = services;
  const templates = makeTemplates(ground);
  const owner = await connectOwner(address);
  try {
    const state = await readState(owner);
    const towns = planTowns(ground.sample, {
      copies: Math.max(0, size.tenants - state.portals),
      cipherOf,
    });
    const installation = {
      tenantId: ground.sample.installationId,
      cipher: cipherOf(ground.sample.installationId),
      lists: { town: [] },
      chain: newChain(),
      hashes: new Map(),
    };
    for (const { tenantId, chain } of [...towns, installation])
      Object.assign(chain, state.chains.get(tenantId));
    const makeAgain = await dropIndexes(owner, tablesOf(templates));
    const townRows = await makeTowns(address, templates, towns);
    const people = await makePeople(address, templates, {
      installation,
      count: Math.ceil(size.submissions / submissionsPerPerson),
    });
    const storyRows = await makeStories(address, templates, {
      towns,
      existing: state.submissions,
      people: people.known,
      size,
    });
    await saveChains(owner, [...towns, installation]);
    await finish(address, makeAgain, tablesOf(templates));
    return {
      seconds: (performance.now() - start) / 1000,
      rows: townRows + people.rows + storyRows,
      people: people.known,
      towns,
    };
  } finally {
    await owner.end();
  }
}

function tablesOf({ towns, stories, people }: Templates): readonly string[] {
  const all = [
    ...towns.values(),
    ...[...stories.values()].flat().map(({ template }) => template),
    ...people.map(({ template }) => template),
  ];
  return [
    ...new Set(all.flatMap(({ rows }) => rows.map(({ table }) => table))),
  ];
}

async function makeTowns(
  address: DatabaseAddress,
  { towns: templates }: Templates,
  towns: readonly Town[],
): Promise<number> {
  const copies = await openCopies(address, [...templates.values()]);
  for (const town of towns) {
    const template = templates.get(town.likeId);
    if (town.number === 0 || !template) continue;
    const lists = await makeCopy(template, { town, own: [], movedByMs: 0 });
    await copies.writeAll(linesOf(template, lists, town));
  }
  await copies.end();
  return copies.rows();
}

/** Id and address. */
export type KnownPerson = readonly [id: string, email: string];

async function makePeople(
  address: DatabaseAddress,
  { people: templates }: Templates,
  {
    installation,
    count,
  }: { readonly installation: CopyTown; readonly count: number },
): Promise<{ readonly rows: number; readonly known: readonly KnownPerson[] }> {
  const known = templates.map(({ own }) => identityOf(own));
  const copies = await openCopies(
    address,
    templates.map(({ template }) => template),
  );
  const random = randomNumbers(7);
  for (let number = templates.length; number < count; number += 1) {
    const person = random.pick(templates);
    const own = await makePerson(copies, person, { installation, number });
    known.push(identityOf(own));
  }
  await copies.end();
  return { rows: copies.rows(), known };
}

async function makePerson(
  copies: Copies,
  person: PersonTemplate,
  {
    installation,
    number,
  }: { readonly installation: CopyTown; readonly number: number },
): Promise<readonly string[]> {
  const own = person.own.map((each) => likeIt(each, { movedByMs: 0, number }));
  const lists = await makeCopy(person.template, {
    town: installation,
    own,
    movedByMs: 0,
  });
  await copies.writeAll(linesOf(person.template, lists, installation));
  // Sockets are written to between turns only.
  if (number % 200 === 0) await setImmediate();
  return own;
}

function identityOf([id = "", email = ""]: readonly string[]): KnownPerson {
  return [id, email];
}
