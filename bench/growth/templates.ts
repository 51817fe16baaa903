import { demoCitizens } from "../../src/modules/accounts/demo/demo-people.ts";
import type {
  PersonSample,
  Sample,
  StorySample,
  TownSample,
} from "./sample.ts";
import type { Ground } from "./sow-ground.ts";
import { valueOf, type SampleRow } from "./table-rows.ts";
import { makeTemplate, type Template } from "./template.ts";
import type { Slot, SlotOf } from "./text-parts.ts";
import { townColumns, townSlots } from "./towns.ts";

export type StoryTemplate = StorySample & { readonly template: Template };

export type PersonTemplate = {
  /** Id, address and whatever else is theirs. */
  readonly own: readonly string[];
  readonly template: Template;
};

export type Templates = {
  readonly towns: ReadonlyMap<string, Template>;
  readonly stories: ReadonlyMap<string, readonly StoryTemplate[]>;
  readonly people: readonly PersonTemplate[];
};

/** What copies are made of. */
export function makeTemplates(ground: Ground): Templates {
  const { towns, people } = ground.sample;
  const emails = emailsOf(ground.sample, ground.recorded);
  const slots = townSlots(ground.sample);
  const known = people.flatMap(({ accountId }) => [
    accountId,
    emails.get(accountId) ?? "",
  ]);
  return {
    towns: new Map(
      towns.map((town) => [town.tenantId, townTemplate(ground, town, slots)]),
    ),
    stories: new Map(
      towns.map(({ tenantId, stories }) => [
        tenantId,
        stories.map((story) =>
          storyTemplate(ground, story, { people: known, slots }),
        ),
      ]),
    ),
    people: people.map((person) =>
      personTemplate(ground, person, emails.get(person.accountId) ?? ""),
    ),
  };
}

function townTemplate(
  { sample, recorded }: Ground,
  { tenantId, rows }: TownSample,
  slotOf: SlotOf,
): Template {
  const columnOf = townColumns(sample, tenantId);
  return makeTemplate({ rows, recorded, slotOf, columnOf, isMoved: false });
}

function storyTemplate(
  { recorded }: Ground,
  story: StorySample,
  {
    people,
    slots,
  }: { readonly people: readonly string[]; readonly slots: SlotOf },
): StoryTemplate {
  const template = makeTemplate({
    rows: story.rows,
    recorded,
    slotOf: (id) =>
      slotIn("own", story.own, id) ?? slotIn("people", people, id) ?? slots(id),
    isMoved: true,
  });
  return { ...story, template };
}

function personTemplate(
  { recorded }: Ground,
  { accountId, own: ids, rows }: PersonSample,
  email: string,
): PersonTemplate {
  const own = [accountId, email, ...ids.filter((id) => id !== accountId)];
  const slotOf: SlotOf = (id) => slotIn("own", own, id);
  return {
    own,
    template: makeTemplate({ rows, recorded, slotOf, isMoved: true }),
  };
}

function slotIn(
  list: "own" | "people",
  values: readonly string[],
  value: string,
): Slot | undefined {
  const index = values.indexOf(value);
  return index < 0 ? undefined : { list, index };
}

/** Which address belongs to which account: it is stored encrypted. */
function emailsOf(
  { people }: Sample,
  { sealed }: Ground["recorded"],
): ReadonlyMap<string, string> {
  const known = demoCitizens.map(({ email }) => email);
  const emailOf = ({ rows }: PersonSample) => {
    const account = rows.find(isAccount);
    const digits = account && valueOf(account, "email")?.slice(2);
    const email = digits && sealed.get(digits)?.plaintext.toString();
    return known.find((each) => each === email) ?? "";
  };
  return new Map(people.map((person) => [person.accountId, emailOf(person)]));
}

function isAccount({ table }: SampleRow): boolean {
  return table.name === "accounts.account";
}
