/** What every drill that makes a report understands, for `parseArgs`. */
export const commonOptions = {
  help: { type: "boolean", short: "h", default: false },
  control: { type: "boolean", default: false },
  report: { type: "string" },
} as const;
