import { z } from "zod";
import { outputFormats, usualFormats } from "../domain/output/formats.ts";

const segment = /^[\p{L}\p{N}_-][\p{L}\p{N}._ -]{0,63}$/u;

/** Options of every connector that lays packages of files into a directory. */
export const packageOptions = {
  /** Such as `buergerbuero/parken`, below what the connector says. No segment begins with a dot. */
  directory: z
    .string()
    .min(1)
    .max(200)
    .refine((path) => path.split("/").every((part) => segment.test(part))),
  formats: z
    .array(z.enum(outputFormats))
    .min(1)
    .default([...usualFormats]),
};
