/** What notices are about. A Bescheid is none of them: nobody can do without its notice. @see OZG § 9 Abs. 1 Satz 6 */
export const topics = ["message", "progress"] as const;
export type Topic = (typeof topics)[number];

export const ways = ["at-once", "daily", "none"] as const;
export type Way = (typeof ways)[number];

/** Progress is told when it happens or not at all: a day later it says little. */
export function waysOf(topic: Topic): readonly Way[] {
  return topic === "message" ? ways : ["at-once", "none"];
}

export type Choices = Readonly<Record<Topic, Way>>;

/** Without a choice everything comes at once. */
export const usualChoices: Choices = {
  message: "at-once",
  progress: "at-once",
};

/** Of what was sent, what can be chosen; undefined for anything else. */
export function readWay(topic: Topic, typed: string): Way | undefined {
  return waysOf(topic).find((way) => way === typed);
}
