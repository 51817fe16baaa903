import { Command } from "commander";
import {
  endNotice,
  noticeStateAt,
  postNotice,
  readNotices,
  readTypedNotice,
  type Notice,
} from "../../modules/catalogue/commands.ts";
import type { Context } from "../../platform/context/context.ts";
import { newId } from "../../platform/values/id.ts";
import { CommandError } from "./command-error.ts";
import { enterPortal, withServices } from "./with-services.ts";

type PostOptions = {
  readonly title: string;
  readonly text: string;
  readonly titleEn?: string;
  readonly textEn?: string;
  readonly outage?: true;
  readonly from?: string;
  readonly until?: string;
};

/** `portal notice list|post|end`: what the operator tells everybody in all portals. */
export function noticeCommand(): Command {
  return new Command("notice")
    .description("notices of the operator, above each page of all portals")
    .addCommand(
      new Command("list")
        .description("the newest notices with their times and ids")
        .action(list),
    )
    .addCommand(postCommand())
    .addCommand(
      new Command("end")
        .description("take a notice away at once")
        .argument("<id>", "as the list shows it")
        .action(end),
    );
}

function postCommand(): Command {
  return new Command("post")
    .description("tell everybody something, now or from a moment on")
    .requiredOption("--title <title>", "in German")
    .requiredOption("--text <text>", "in German")
    .option("--title-en <title>", "in English")
    .option("--text-en <text>", "in English")
    .option("--outage", "something does not work: stands before all others")
    .option("--from <moment>", "German time; now when left out")
    .option("--until <moment>", "German time; until it is ended")
    .addHelpText(
      "after",
      `
Example:
  npm run portal -- notice post --from "06.03.2027 06:00" --until "06.03.2027 08:00" \\
    --title "Wartung am Samstag" --text "Von 6 bis 8 Uhr können Sie keine Anträge senden." \\
    --title-en "Maintenance on Saturday" --text-en "From 6 to 8 you cannot send applications."`,
    )
    .action(post);
}

async function list(): Promise<void> {
  await withInstallation(async (context) => {
    const notices = (await readNotices(context)) ?? [];
    if (notices.length === 0) console.log("There is no notice.");
    for (const notice of notices) console.log(lineOf(notice, context.now));
  });
}

function lineOf(notice: Notice, now: Date): string {
  const { id, de, visibleFrom, visibleUntil } = notice;
  const until = visibleUntil?.toISOString() ?? "it is ended";
  return `${id}  ${noticeStateAt(notice, now).padEnd(7)}  ${visibleFrom.toISOString()} until ${until}  ${de.title}`;
}

async function post(options: PostOptions): Promise<void> {
  const [fromDay, fromTime] = momentOf(options.from);
  const [untilDay, untilTime] = momentOf(options.until);
  const typed = {
    kind: options.outage ? "warning" : "info",
    place: "everywhere",
    title: options.title.trim(),
    body: options.text.trim(),
    titleEn: options.titleEn?.trim() ?? "",
    bodyEn: options.textEn?.trim() ?? "",
    fromDay,
    fromTime,
    untilDay,
    untilTime,
  };
  await withInstallation(async (context) => {
    const read = readTypedNotice(typed, context.now);
    if (!read.ok)
      throw new CommandError(
        `Nothing was changed. ${Object.entries(read.faults)
          .map(([field, fault]) => `${optionOf[field] ?? field}: ${fault}`)
          .join("; ")}. Times are given as "06.03.2027 06:00".`,
      );
    const id = newId();
    await postNotice(context, { ...read.value, id, isInCommunes: true });
    console.log(`The notice stands in all portals: ${id}`);
  });
}

const optionOf: Readonly<Record<string, string>> = {
  title: "--title",
  body: "--text",
  titleEn: "--title-en",
  bodyEn: "--text-en",
  fromDay: "--from",
  fromTime: "--from",
  untilDay: "--until",
  untilTime: "--until",
};

/** `06.03.2027 06:00`: day and time as the form has them. */
function momentOf(text = ""): readonly [day: string, time: string] {
  const [day = "", ...time] = text.trim().split(/\s+/);
  return [day, time.join(" ")];
}

async function end(id: string): Promise<void> {
  await withInstallation(async (context) => {
    if (!(await endNotice(context, id)))
      throw new CommandError(
        `There is no notice "${id}". All of them: npm run portal -- notice list`,
      );
    console.log("The notice is gone.");
  });
}

const withInstallation = (work: (context: Context) => Promise<void>) =>
  withServices(async (services) => {
    const { context } = await enterPortal(services, "betrieb");
    await work(context);
  });
