import { z } from "zod";
import { packageOptions } from "../../modules/delivery/output.ts";
import { webAddress } from "../../platform/http-client/web-address.ts";
import { readProperties } from "./properties.ts";

const typeId = z.string().regex(/^[\p{L}\p{N}:._-]{1,100}$/u);

export const cmisOptions = z.object({
  /** Service address of the browser binding, e.g. `https://dms.example/cmis/browser`. */
  url: webAddress,
  user: z.string().min(1).max(200),
  password: z.string().min(1).max(200).meta({ kind: "secret" }),
  /** Of several; left out where there is one. */
  repositoryId: z.string().min(1).max(200).optional(),
  /** Path from the root folder. */
  ...packageOptions,
  folderType: typeId.default("cmis:folder"),
  documentType: typeId.default("cmis:document"),
  /** Of the folder: lines such as `akte:zeichen = {reference}`. */
  properties: z
    .string()
    .max(4000)
    .refine((text) => readProperties(text) !== undefined)
    .default("")
    .meta({ kind: "lines" }),
});

export type CmisOptions = z.infer<typeof cmisOptions>;
