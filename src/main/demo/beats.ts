/* eslint-disable @typescript-eslint/max-params -- read as sentences: when, who, what */
import type { BescheidOutcome } from "../../modules/bescheide/demo/write-demo-bescheid.ts";
import type { Answers } from "../../modules/forms/index.ts";
import type { DemoColleague } from "../../modules/staff/demo/seed-office-demo.ts";
import type { DemoAct } from "../../modules/vorgaenge/demo/act-on-vorgang.ts";
import type { Beat } from "./play-story.ts";

/** Somebody of the office does something, that many days ago. */
export const does = (ago: number, who: DemoColleague, act: DemoAct): Beat => ({
  ago,
  play: (stage) => stage.act(who, act),
});

/** Becomes responsible, and begins. */
export const takes = (ago: number, who: DemoColleague): Beat => ({
  ago,
  play: async (stage) => {
    await stage.act(who, { does: "takes" });
    await stage.act(who, { does: "begins" });
  },
});

/** Gives it to a colleague, who begins. */
export const assigns = (
  ago: number,
  who: DemoColleague,
  to: DemoColleague,
): Beat => ({
  ago,
  play: async (stage) => {
    const staffId = stage.office.actorOf(to).id;
    await stage.act(who, { does: "assigns", staffId });
  },
});

export const opens = (ago: number, who: DemoColleague): Beat =>
  does(ago, who, { does: "opens" });

export const labels = (
  ago: number,
  who: DemoColleague,
  ...names: readonly string[]
): Beat => does(ago, who, { does: "labels", names });

export const notes = (
  ago: number,
  who: DemoColleague,
  text: string,
  ...mentioned: readonly DemoColleague[]
): Beat => ({
  ago,
  play: (stage) =>
    stage.act(who, {
      does: "notes",
      text,
      mentioned: mentioned.map((name) => stage.office.actorOf(name).id),
    }),
});

export const asks = (ago: number, who: DemoColleague, text: string): Beat =>
  does(ago, who, { does: "steps", step: "question-asked", text });

export const tells = (ago: number, who: DemoColleague, text: string): Beat =>
  does(ago, who, { does: "steps", step: "note-to-applicant", text });

export const asksForCorrection = (
  ago: number,
  who: DemoColleague,
  fields: Readonly<Record<string, string>>,
  text = "Vielen Dank für Ihren Antrag. Bitte sehen Sie sich diese Angaben noch einmal an.",
): Beat =>
  does(ago, who, { does: "asks for correction", fields, text, days: 14 });

export const closes = (ago: number, who: DemoColleague): Beat =>
  does(ago, who, { does: "steps", step: "closed" });

/** Without a Bescheid. */
export const decides = (
  ago: number,
  who: DemoColleague,
  outcome: "granted" | "no-decision",
  text: string,
): Beat => does(ago, who, { does: "decides", outcome, text });

type Wording = {
  readonly outcome: BescheidOutcome;
  readonly letter?: string;
  readonly body?: string;
};

/** One writes the Bescheid, and a second person has to look at it. */
export const writes = (
  ago: number,
  who: DemoColleague,
  wording: Wording,
  isForRelease = true,
): Beat => ({
  ago,
  play: (stage) => stage.writes(who, { ...wording, isForRelease }),
});

/** What is younger still lies with the office's post. */
const postedAfterDays = 5;

/** What was written goes out with a seal; who has no account gets it by post. */
export const releases = (ago: number, who: DemoColleague): Beat => ({
  ago,
  play: async (stage) => {
    await stage.releases(who);
    if (ago > postedAfterDays) await stage.posts(who);
  },
});

export const asksTeam = (
  ago: number,
  who: DemoColleague,
  question: { readonly team: string; readonly text: string; days?: number },
): Beat => ({
  ago,
  play: (stage) =>
    stage.act(who, {
      does: "asks for opinion",
      asked: { kind: "team", id: stage.office.teamOf(question.team) },
      question: question.text,
      days: question.days ?? 10,
    }),
});

export const asksAuthority = (
  ago: number,
  who: DemoColleague,
  question: { readonly tenantId: string; readonly text: string; days?: number },
): Beat =>
  does(ago, who, {
    does: "asks for opinion",
    asked: { kind: "authority", id: question.tenantId },
    question: question.text,
    days: question.days ?? 10,
  });

export const givesOpinion = (
  ago: number,
  who: DemoColleague,
  text: string,
): Beat => ({ ago, play: (stage) => stage.givesOpinion(who, text) });

/** The applicant answers in words. */
export const answers = (ago: number, text: string): Beat => ({
  ago,
  play: (stage) => stage.answers(text),
});

/** The applicant changes a field that was asked for. */
export const corrects = (
  ago: number,
  change: (answers: Answers) => Answers,
): Beat => ({ ago, play: (stage) => stage.corrects(change) });

/** The applicant opens the thread, and what lies in it. */
export const reads = (ago: number, label?: string): Beat => ({
  ago,
  play: (stage) => stage.reads(label),
});

export const withdraws = (ago: number): Beat => ({
  ago,
  play: (stage) => stage.withdraws(),
});
